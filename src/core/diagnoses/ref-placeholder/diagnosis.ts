import { defineDiagnosis } from '../diagnosis.ts';
import { placeholderIn } from '../support/isPlaceholder.ts';

/** A name that documentation puts in place of a real one. No registry is asked about it. */
export const refPlaceholder = defineDiagnosis({
	code: 'ref-placeholder',
	title: 'Placeholder in an image name',
	severity: 'hint',
	*use(use, { facts }) {
		if (use.class === 'stage' || use.class === 'scratch' || use.class === 'index' || use.class === 'context') { return; }
		const part = placeholderIn(use.text);
		// Readers of a page know what brackets and capitals mean; a name that could be real is worth a hint there too.
		if (!part || (facts.kind === 'markdown' && isObvious(use.text))) { return; }
		yield {
			at: { start: use.span.start + part.start, end: use.span.start + part.end },
			message: { text: '"{text}" looks like a placeholder.', args: { text: use.text.slice(part.start, part.end) } },
		};
	},
});

function isObvious(text: string): boolean {
	return /[<>A-Z]|\b(?:your|my)[-_]|\bexample\b/.test(text);
}
