import { baseName } from '../../util/filePath.ts';
import type { ExtractCard } from '../card.ts';
import { extractKubernetes } from './extractKubernetes.ts';

/**
 * Any YAML or JSON that has `apiVersion` and `kind` at the left edge (or anywhere in JSON), kustomizations by name, JSON patches of images,
 * and parts of objects that begin with `spec`.
 */
export const kubernetesCard: ExtractCard = {
	kind: 'kubernetes',
	matches: (file, _languageId, text) => {
		if (/^kustomization\.ya?ml$/i.test(baseName(file))) { return true; }
		if (/\.(?:json|ya?ml)$/i.test(file) && isImagePatch(text) || /\.ya?ml$/i.test(file) && isPodPatch(text)) { return true; }
		if (/\.json$/i.test(file) || (/\.ya?ml$/i.test(file) && /^\s*\{(?![{%#])/.test(text))) {
			return /"apiVersion"\s*:/.test(text) && /"kind"\s*:/.test(text);
		}
		return /\.ya?ml$/i.test(file) && /^(?:"apiVersion"|apiVersion)[ \t]*:/m.test(text) && /^(?:"kind"|kind)[ \t]*:/m.test(text);
	},
	extract: extractKubernetes,
};

/** True for a list of steps (RFC 6902) of which one is about an image or containers. */
function isImagePatch(text: string): boolean {
	const start = contentStart(text);
	return /^(?:-|\s*\[)[^:]{0,40}\b(?:op|path)"?[ \t]*:/.test(text.slice(start, start + 200))
		&& /\bpath"?[ \t]*:[ \t]*["']?\/[^\s"']{0,300}(?:ontainers\/[^\s"'/]{1,80}\/image|\/(?:initC|ephemeralC|c)ontainers(?:\/(?:-|\d{1,4}))?)(?=["'\s,}]|$)/.test(text);
}

/** What `kubectl patch --patch-file` takes, and kustomize with a target: the `spec` of a workload, no kind. */
function isPodPatch(text: string): boolean {
	return text.startsWith('spec:', contentStart(text)) && /^[ \t]+template[ \t]*:[ \t]*(?:#.*)?\r?$/m.test(text)
		&& /^[ \t]+(?:initC|c)ontainers[ \t]*:[ \t]*(?:#.*)?\r?$/m.test(text);
}

/** Behind comments, blank lines and the mark of a document. */
function contentStart(text: string): number {
	return /^(?:(?:[ \t]*#|---)[^\n]*\n|[ \t]*\r?\n){0,200}/.exec(text)![0].length;
}
