import type { ExtractCard } from '../card.ts';
import { composeNeeds, extractCompose } from './extractCompose.ts';
import { isComposeFile } from './isComposeFile.ts';

/** Compose files by name and by VS Code's language id; others are read when a Compose file or a dev container loads them. */
export const composeCard: ExtractCard = {
	kind: 'compose',
	matches: isComposeFile,
	needs: composeNeeds,
	extract: extractCompose,
};
