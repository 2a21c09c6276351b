import type { ExtractCard } from '../card.ts';
import { extractQuadlet } from './extractQuadlet.ts';

/** Podman Quadlet units (Podman 4.4 and newer) and their drop-ins, by ending and section. */
export const quadletCard: ExtractCard = {
	kind: 'quadlet',
	matches: (file, _languageId, text) => /\.(?:container|image|build|volume|pod|artifact)(?:\.d\/[^/]+\.conf)?$/i.test(file)
		&& /^[ \t]*\[(?:Container|Image|Build|Volume|Pod|Artifact)\]/m.test(text),
	extract: extractQuadlet,
};
