import { sliceMap } from '../../util/textMap.ts';
import { baseName } from '../../util/filePath.ts';
import type { ExtractCard } from '../card.ts';
import { emptyFacts } from '../emptyFacts.ts';
import { readQuayConfig } from './readQuayConfig.ts';

/**
 * Quay's `config.yaml`, told by its keys: any YAML with `ALLOWED_OCI_ARTIFACT_TYPES` or `IGNORE_UNKNOWN_MEDIATYPES` at the left edge, or a
 * `config.yaml` with a server's settings.
 */
export const quayConfigCard: ExtractCard = {
	kind: 'quay-config',
	matches: (file, _languageId, text) => /\.ya?ml$/i.test(file)
		&& (/^(?:ALLOWED_OCI_ARTIFACT_TYPES|IGNORE_UNKNOWN_MEDIATYPES)[ \t]*:/m.test(text)
			|| (/^config\.ya?ml$/i.test(baseName(file))
				&& /^SERVER_HOSTNAME[ \t]*:/m.test(text)
				&& /^(?:DATABASE_SECRET_KEY|DB_URI|FEATURE_\w+)[ \t]*:/m.test(text))),
	extract: ({ file, text }) => {
		const quay = readQuayConfig(sliceMap(text, { start: 0, end: text.length }), text);
		return { ...emptyFacts(file, 'quay-config', text), ...(quay && { quay }) };
	},
};
