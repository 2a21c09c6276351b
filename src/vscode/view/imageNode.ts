import { against, isAgainstFormat } from '../format/against.ts';
import { pullSize } from '../format/imageFacts.ts';
import { size } from '../format/size.ts';
import { formatName } from '../hover/existing.ts';
import { openVariable } from '../hover/openVariable.ts';
import { unasked } from '../hover/unasked.ts';
import type { UseView } from '../hover/useView.ts';
import { plural, t } from '../l10n.ts';

/** The four groups of the view, worst first. */
export type Group = 'wrong' | 'unclear' | 'unchecked' | 'fine';

/** One image of the workspace with all places that name it. */
export interface ImageNode {
	readonly type: 'image';
	/** Stable over refreshes. */
	readonly id: string;
	readonly group: Group;
	/** Last part of the path, and the tag. */
	readonly label: string;
	/** Everything before the last part of the path. */
	readonly prefix: string;
	readonly icon: string;
	readonly reason: string;
	readonly places: readonly UseView[];
}

/** The image that several places name; `views` is not empty and all have the same name. */
export function imageNode(id: string, views: readonly UseView[]): ImageNode {
	// The worst place speaks for the image: it may be missing for the platform of one of them only.
	const { group, icon, reason, view } = views.map(judged).reduce((worst, one) => (order.indexOf(one.group) < order.indexOf(worst.group) ? one : worst));
	const name = view.reference?.canonical ?? view.use.text;
	const cut = view.reference ? view.reference.repository.lastIndexOf('/') : name.replace(/[:@][^/]*$/, '').lastIndexOf('/');
	return { type: 'image', id, group, icon, reason, label: shortened(name.slice(cut + 1)), prefix: name.slice(0, Math.max(cut, 0)), places: views };
}

/** The groups in the order of the view. */
export const order: readonly Group[] = ['wrong', 'unclear', 'unchecked', 'fine'];

interface Judged extends Pick<ImageNode, 'group' | 'icon' | 'reason'> { readonly view: UseView }

/** A view never changes, and most of a workspace is the same one as before. */
const known = new WeakMap<UseView, Judged>();

/** The group of one place, and why. */
export function judged(view: UseView): Judged {
	const before = known.get(view);
	if (before) { return before; }
	const now = { view, ...judge(view) };
	known.set(view, now);
	return now;
}

function judge(view: UseView): Pick<ImageNode, 'group' | 'icon' | 'reason'> {
	const { use, verdict } = view;
	const open = openVariable(use);
	if (use.class === 'variable' || open) {
		return { group: 'unchecked', icon: 'symbol-variable', reason: open ? t('{variable} has no value', { variable: open.name }) : t('has no value') };
	}
	if (view.nowhere) { return { group: 'unchecked', icon: 'question', reason: t('no registry of registries.conf is known to have it') }; }
	if (use.class === 'invalid') { return { group: 'wrong', icon: 'error', reason: t('no valid name') }; }
	switch (verdict?.verdict) {
		case undefined:
			return view.built
				? { group: 'unchecked', icon: 'tools', reason: t('built in this workspace') }
				: { group: 'unchecked', icon: 'sync', reason: t('not asked yet') };
		case 'exists': return judgeExisting(view);
		case 'tag-missing': return { group: 'wrong', icon: 'error', reason: t('tag missing') };
		case 'digest-missing': return { group: 'wrong', icon: 'error', reason: t('digest missing') };
		case 'repository-missing': return { group: 'wrong', icon: 'error', reason: t('repository missing') };
		case 'missing-or-private': return { group: 'unclear', icon: 'lock', reason: t('missing or private') };
		case 'login-needed': return { group: 'unclear', icon: 'lock', reason: t('login needed') };
		case 'login-rejected': return { group: 'unclear', icon: 'lock', reason: t('login rejected') };
		case 'not-allowed': return { group: 'unclear', icon: 'lock', reason: t('login not allowed to read') };
		default: return { group: 'unchecked', ...unasked(verdict!) };
	}
}

function judgeExisting({ findings, use, tree, verdict }: UseView): Pick<ImageNode, 'group' | 'icon' | 'reason'> {
	const problem = findings.find(({ severity }) => severity === 'error')
		?? findings.find(({ severity, message }) => severity === 'warning' && message.args?.['target']);
	if (problem) {
		const target = against(problem);
		return {
			group: 'wrong',
			icon: 'error',
			reason: target === undefined
				? inWords(problem.code)
				: isAgainstFormat(problem) ? t('OCI, not for {target}', { target })
				: t('not for {target}', { target }),
		};
	}
	const bytes = tree && pullSize(tree);
	const facts = [
		use.reference?.digest ? t('pinned') : tree?.root.kind === 'index' ? plural(tree.platforms.length, '1 platform', '{count} platforms') : undefined,
		bytes === undefined ? verdict?.verdict === 'exists' ? formatName(verdict.mediaType) : undefined : size(bytes),
	];
	return { group: 'fine', icon: use.reference?.digest ? 'pinned' : 'pass', reason: facts.filter(Boolean).join(' · ') };
}

/** Why an image that exists cannot be pulled; the code itself where the settings made an error of it. */
function inWords(code: string): string {
	switch (code) {
		case 'not-a-container-image': return t('not a container image');
		case 'schema1-manifest': return t('legacy schema 1');
		case 'index-empty':
		case 'index-only-attestations': return t('no images in it');
		case 'layers-encrypted': return t('encrypted');
		case 'registry-retired': return t('registry closed');
		default: return code;
	}
}

/** A digest cut to 12 characters, so that the tag before it can be read. */
function shortened(name: string): string {
	return name.replace(/@([a-z0-9+._-]+:[a-f0-9]{12})[a-f0-9]+$/, '@$1');
}
