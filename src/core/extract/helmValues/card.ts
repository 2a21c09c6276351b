import { baseName } from '../../util/filePath.ts';
import type { ExtractCard } from '../card.ts';
import { extractHelmValues } from './extractHelmValues.ts';

/** Values files of Helm charts by name, unless they are Kubernetes objects. */
export const helmValuesCard: ExtractCard = {
	kind: 'helm-values',
	matches: (file, _languageId, text) => /^(?:.*[.\-_])?values(?:[.\-_].*)?\.ya?ml$/i.test(baseName(file)) && !/^apiVersion[ \t]*:/m.test(text),
	extract: extractHelmValues,
};
