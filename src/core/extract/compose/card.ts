import { baseName } from '../../util/filePath.ts';
import type { ExtractCard } from '../card.ts';
import { composeNeeds, extractCompose } from './extractCompose.ts';

const names = /^(?:docker-|podman-|container-)?compose(?:[.\-_].*)?\.ya?ml$|[.\-_](?:docker-)?compose\.ya?ml$|^docker-compose.*\.ya?ml$/i;

/** Compose files by name and by VS Code's language id; since Compose v2 the top-level `version` means nothing. */
export const composeCard: ExtractCard = {
	kind: 'compose',
	matches: (file, languageId) => languageId === 'dockercompose' || (names.test(baseName(file)) && !/(?:^|\/)\.github\/workflows\//.test(file)),
	needs: composeNeeds,
	extract: extractCompose,
};
