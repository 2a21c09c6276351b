import type { ExtractCard } from './card.ts';
import { bakeCard } from './bake/card.ts';
import { composeCard } from './compose/card.ts';
import { devcontainerCard } from './devcontainer/card.ts';
import { dockerfileCard } from './dockerfile/card.ts';
import { shellCards } from './shell/cards.ts';

/** Every kind of file that is read, the more particular name first: the first card that matches reads the file. */
export const cards: readonly ExtractCard[] = [
	dockerfileCard,
	composeCard,
	devcontainerCard,
	bakeCard,
	...shellCards,
];
