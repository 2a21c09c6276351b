import type { FileFacts, ImageUse, Reference } from '../../model/index.ts';

/** True for the first image of a file from this registry: what holds for all of them is said once. */
export function isFirstOfHost({ span }: ImageUse, { domain }: Reference, { uses }: FileFacts): boolean {
	const first = uses.find(({ reference, class: meaning }) => reference?.domain === domain && (meaning === 'image' || meaning === 'artifact'));
	return first === undefined || first.span.start === span.start;
}
