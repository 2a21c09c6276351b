import type { Edit, FileFacts, Fix, ImageUse, Message, Span } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { emptyArgument } from '../support/emptyArgument.ts';
import { hasPlaceholderWord } from '../support/isPlaceholder.ts';
import { partInVariable } from '../support/partInVariable.ts';
import { explanation, symptoms } from './symptoms.ts';

const kinds = ['empty-tag', 'tag-too-long', 'invalid-tag', 'name-too-long', 'hex-repository', 'invalid-domain', 'invalid-format'];

/** The grammar of image names refuses the text, and no narrower diagnosis says why. Templates are not judged. */
export const refInvalidFormat = defineDiagnosis({
	code: 'ref-invalid-format',
	title: 'Not an image reference',
	severity: 'error',
	explanation,
	symptoms,
	*use(use, { facts, workspace }) {
		const { error, value } = use;
		if (use.class !== 'invalid' || !error || !value?.trim() || !kinds.includes(error.kind) || isTemplate(value) || hasPlaceholderWord(value)) { return; }
		// A page's generator has a mark of its own there, which ends the word in a shell; a quote that is never closed is a slip of the page.
		if (facts.kind === 'markdown' && (facts.text[use.span.end] === '(' || value.includes('\n'))) { return; }
		if (use.variables.some(({ value: given, origin }) => given === '' || (given === undefined && origin !== 'default'))
				|| isMissingPrefix(use, value)
				|| emptyArgument(use, facts)) {
			return;
		}
		yield {
			at: use.errorSpan ?? use.span,
			message: messageOf(error.kind, value, value.slice(error.start, error.end)),
			fixes: fixesOf(use, value, workspace),
		};
	},
});

/** `$(PREFIX)name` with nothing but a slash in front: conditions of a Makefile decide what the prefix is. */
function isMissingPrefix({ text, variables }: ImageUse, value: string): boolean {
	return variables.length > 0 && value.startsWith('/') && /^["']?\$/.test(text);
}

/** Text that another program fills in before a container tool sees it, or that a quote without an end has run into. */
function isTemplate(value: string): boolean {
	return /[{}<>%`$\n]|\(\(|\(=|@@|@[A-Za-z_]\w*@|__\w+__/.test(value);
}

function messageOf(kind: string, value: string, part: string): Message {
	if (kind === 'empty-tag') { return { text: 'The tag after "{name}" is empty.', args: { name: value } }; }
	if (kind === 'tag-too-long') { return { text: 'Tags have at most 128 characters, but this one has {count}.', args: { count: part.length } }; }
	if (kind === 'invalid-tag') { return { text: '"{tag}" cannot be a tag.', args: { tag: part } }; }
	return { text: '"{text}" is no image name.', args: { text: value } };
}

function fixesOf(use: ImageUse, value: string, workspace: readonly FileFacts[]): readonly Fix[] {
	const { error } = use;
	if (!error) { return []; }
	// As written (a tag may stand elsewhere), or in the value of the one variable that holds the part.
	const change = ({ start, end }: Span, newText: string): readonly Edit[] | undefined => {
		if (value.startsWith(use.text) && end <= use.text.length) { return [{ span: { start: use.span.start + start, end: use.span.start + end }, newText }]; }
		const edit = partInVariable(use, { start, end }, workspace)?.edit(newText);
		return edit && [edit];
	};
	const fix = (title: Message, edits: readonly Edit[] | undefined, safe = true): readonly Fix[] => edits ? [editFix(title, edits, safe)] : [];
	if (error.kind === 'empty-tag') { return fix({ text: 'Remove "{text}"', args: { text: ':' } }, change(error, '')); }
	const part = value.slice(error.start, error.end);
	if (error.kind === 'invalid-tag' && /^\d+:\d+(?:-\w+)?$/.test(part)) {
		const tag = part.replace(':', '.');
		return fix({ text: 'Change the tag to "{tag}"', args: { tag } }, change(error, tag), false);
	}
	const double = value.indexOf('//');
	if (error.kind !== 'invalid-format' || double === -1) { return []; }
	const length = /^\/+/.exec(value.slice(double))?.[0].length ?? 2;
	return fix({ text: 'Remove "{text}"', args: { text: '/' } }, change({ start: double + 1, end: double + length }, ''));
}
