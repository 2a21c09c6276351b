import type { ImageTree } from '../../core/model/index.ts';
import { t } from '../l10n.ts';

/** `7 with provenance and SBOM`: how many platforms are attested, and by what as far as it was read; `undefined` for none. */
export function attested({ platforms }: ImageTree): string | undefined {
	const count = platforms.filter(({ attestations }) => attestations.length > 0).length;
	if (count === 0) { return undefined; }
	const types = platforms.flatMap(({ attestations }) => attestations.flatMap(({ predicateTypes }) => predicateTypes));
	const provenance = types.some(type => /slsa|provenance/i.test(type));
	const sbom = types.some(type => /spdx|cyclonedx/i.test(type));
	if (provenance && sbom) { return t('{count} with provenance and SBOM', { count }); }
	if (provenance) { return t('{count} with provenance', { count }); }
	return sbom ? t('{count} with SBOM', { count }) : t('{count} with attestations', { count });
}
