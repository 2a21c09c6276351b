import { defineDiagnosis } from '../diagnosis.ts';
import type { ToolCommand } from '../../model/index.ts';
import { hasPlaceholderWord, placeholderIn } from '../support/isPlaceholder.ts';

/** A name that documentation puts in place of a real one. No registry is asked about it. */
export const refPlaceholder = defineDiagnosis({
	code: 'ref-placeholder',
	title: 'Placeholder in an image name',
	severity: 'hint',
	*use(use, { facts }) {
		if (use.class === 'stage' || use.class === 'scratch' || use.class === 'index' || use.class === 'context') { return; }
		// What breaks the grammar beside a domain of manuals is told as that.
		const part = use.class === 'invalid' && !hasPlaceholderWord(use.text) ? undefined : placeholderIn(use.text);
		// Readers of a page know what brackets and capitals mean; a name that could be real is worth a hint there too.
		if (!part || (facts.kind === 'markdown' && isObvious(use.text))) { return; }
		yield {
			at: { start: use.span.start + part.start, end: use.span.start + part.end },
			message: { text: '"{text}" looks like a placeholder.', args: { text: use.text.slice(part.start, part.end) } },
		};
	},
	*command(command, { facts }) {
		if (facts.kind === 'markdown' || !isSecretCommand(command)) { return; }
		// A shell takes `<NAME>` for two redirections, which are no part of the command.
		const rest = facts.text.slice(command.span.start, command.span.start + 4000);
		const text = /^(?:[^\n\\]|\\\r?\n|\\)*/.exec(rest)?.[0] ?? '';
		for (const found of text.matchAll(/<[A-Z][A-Z0-9_-]{1,60}>/g)) {
			const start = command.span.start + found.index;
			yield { at: { start, end: start + found[0].length }, message: { text: '"{text}" looks like a placeholder.', args: { text: found[0] } } };
		}
	},
});

/** Makes or links a pull secret, whose name and login a manual leaves open. */
function isSecretCommand({ tool, subcommand }: ToolCommand): boolean {
	return (tool === 'oc' || tool === 'kubectl') && /^(?:create secret|secrets? (?:link|add))\b/.test(subcommand);
}

function isObvious(text: string): boolean {
	return /[<>A-Z]|\b(?:your|my)[-_]|\bexample\b/.test(text);
}
