import { baseName } from '../../util/filePath.ts';
import type { ExtractCard } from '../card.ts';
import { extractBake } from './extractBake.ts';
import { bakeSiblings } from './modules.ts';

/** Files of `docker buildx bake` in HCL and JSON, by name. */
export const bakeCard: ExtractCard = {
	kind: 'bake',
	matches: (file, languageId) => languageId === 'dockerbake' || /^docker-bake(?:[.\-_].+)?\.(?:hcl|json)$|[.\-_]bake\.(?:hcl|json)$|^bake\.hcl$/i.test(baseName(file)),
	needs: input => bakeSiblings(input.file),
	extract: extractBake,
};
