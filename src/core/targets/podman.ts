import type { Target } from '../model/index.ts';

/** Podman. */
export const podman: Target = {
	id: 'podman',
	title: 'Podman',
	oci: true,
	indexes: true,
	attestations: true,
	subject: true,
	zstd: true,
	schema1: true,
	shortNamesRefused: true,
	hosts: [],
	source: 'Short names need an alias or an unqualified-search registry (containers-registries.conf.5).',
};
