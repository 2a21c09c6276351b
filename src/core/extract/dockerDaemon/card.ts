import { baseName } from '../../util/filePath.ts';
import type { ExtractCard } from '../card.ts';
import { emptyFacts } from '../emptyFacts.ts';

/** The Docker daemon's `daemon.json`. It names no images; checks of other files look into its text. */
export const dockerDaemonCard: ExtractCard = {
	kind: 'docker-daemon',
	matches: (file, _languageId, text) => baseName(file) === 'daemon.json' && /"(?:insecure-registries|registry-mirrors)"/.test(text),
	extract: ({ file, text }) => emptyFacts(file, 'docker-daemon', text),
};
