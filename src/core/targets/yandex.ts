import type { Target } from '../model/index.ts';

/** Yandex Container Registry. */
export const yandex: Target = {
	id: 'yandex',
	title: 'Yandex Container Registry',
	oci: true,
	indexes: true,
	attestations: false,
	subject: true,
	zstd: true,
	schema1: true,
	shortNamesRefused: false,
	hosts: ['cr.yandex'],
	source: 'Refuses BuildKit attestation manifests (docker/buildx#1509).',
};
