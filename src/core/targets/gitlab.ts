import type { Target } from '../model/index.ts';

/** GitLab. */
export const gitlab: Target = {
	id: 'gitlab',
	title: 'GitLab',
	oci: true,
	indexes: true,
	attestations: true,
	subject: false,
	zstd: true,
	schema1: true,
	shortNamesRefused: false,
	hosts: ['registry.gitlab.com'],
	source: 'Rejects a manifest whose subject it does not know yet (moby/buildkit#7007).',
};
