import { baseName } from '../../util/filePath.ts';
import type { ExtractCard } from '../card.ts';
import { composeNeeds, extractCompose } from './extractCompose.ts';

const certain = /^(?:docker-|podman-|container-)?compose(?:[.\-_].*)?\.ya?ml$|[.\-_](?:docker-)?compose\.ya?ml$|^docker-compose.*\.ya?ml$/i;
const likely = /^compose.*\.ya?ml$/i;

/** Compose files by name and by VS Code's language id; since Compose v2 the top-level `version` means nothing. */
export const composeCard: ExtractCard = {
	kind: 'compose',
	matches: (file, languageId, text) => {
		if (languageId === 'dockercompose') { return true; }
		const name = baseName(file);
		if (/(?:^|\/)\.github\/workflows\//.test(file)) { return false; }
		return certain.test(name) || (likely.test(name) && /^services[ \t]*:/m.test(text));
	},
	needs: composeNeeds,
	extract: extractCompose,
};
