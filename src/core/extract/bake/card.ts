import { baseName } from '../../util/filePath.ts';
import type { ExtractCard } from '../card.ts';
import { bakeNeeds } from './dockerfileOf.ts';
import { extractBake } from './extractBake.ts';

/** Files of `docker buildx bake` in HCL and JSON, by name. */
export const bakeCard: ExtractCard = {
	kind: 'bake',
	matches: (file, languageId) =>
		languageId === 'dockerbake' || /^docker-bake(?:[.\-_].+)?\.(?:hcl|json)$|[.\-_]bake\.(?:hcl|json)$|^bake\.hcl$/i.test(baseName(file)),
	needs: bakeNeeds,
	extract: extractBake,
};
