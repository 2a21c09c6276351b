import type { ExtractCard } from '../card.ts';
import { composeNeeds, extractCompose } from './extractCompose.ts';
import { isComposeFile, looksLikeCompose } from './isComposeFile.ts';

/** Compose files by name, by VS Code's language id and by what they hold; others are read when a Compose file or a dev container loads them. */
export const composeCard: ExtractCard = {
	kind: 'compose',
	matches: (file, languageId, text) => isComposeFile(file, languageId, text) || looksLikeCompose(file, text),
	needs: composeNeeds,
	extract: extractCompose,
};
