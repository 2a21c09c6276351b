import { baseName } from '../../util/filePath.ts';
import type { ExtractCard } from '../card.ts';
import { extractKubernetes } from './extractKubernetes.ts';

/** Any YAML or JSON that has `apiVersion` and `kind` at the left edge (or anywhere in JSON), and kustomizations by name. */
export const kubernetesCard: ExtractCard = {
	kind: 'kubernetes',
	matches: (file, _languageId, text) => {
		if (/^kustomization\.ya?ml$/i.test(baseName(file))) { return true; }
		if (/\.json$/i.test(file) || (/\.ya?ml$/i.test(file) && /^\s*\{(?![{%#])/.test(text))) { return /"apiVersion"\s*:/.test(text) && /"kind"\s*:/.test(text); }
		return /\.ya?ml$/i.test(file) && /^(?:"apiVersion"|apiVersion)[ \t]*:/m.test(text) && /^(?:"kind"|kind)[ \t]*:/m.test(text);
	},
	extract: extractKubernetes,
};
