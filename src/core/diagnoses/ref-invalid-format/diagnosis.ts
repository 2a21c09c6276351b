import type { Fix, ImageUse, Message } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { hasPlaceholderWord } from '../support/isPlaceholder.ts';
import { explanation, symptoms } from './symptoms.ts';

const kinds = ['empty-tag', 'tag-too-long', 'invalid-tag', 'name-too-long', 'hex-repository', 'invalid-domain', 'invalid-format'];

/** The grammar of image names refuses the text, and no narrower diagnosis says why. Templates are not judged. */
export const refInvalidFormat = defineDiagnosis({
	code: 'ref-invalid-format',
	title: 'Not an image reference',
	severity: 'error',
	explanation,
	symptoms,
	*use(use, { facts }) {
		const { error, value } = use;
		if (use.class !== 'invalid' || !error || !value?.trim() || !kinds.includes(error.kind) || isTemplate(value) || hasPlaceholderWord(value)) { return; }
		// A page's generator has a mark of its own there, which ends the word in a shell.
		if (facts.kind === 'markdown' && facts.text[use.span.end] === '(') { return; }
		if (use.variables.some(variable => variable.value === undefined || variable.value === '') || isMissingPrefix(use, value)) { return; }
		yield { at: use.errorSpan ?? use.span, message: messageOf(error.kind, value, value.slice(error.start, error.end)), fixes: fixesOf(use, value) };
	},
});

/** `$(PREFIX)name` with nothing but a slash in front: conditions of a Makefile decide what the prefix is. */
function isMissingPrefix({ text, variables }: ImageUse, value: string): boolean {
	return variables.length > 0 && value.startsWith('/') && /^["']?\$/.test(text);
}

/** Text that another program fills in before a container tool sees it. */
function isTemplate(value: string): boolean {
	return /[{}<>%`$]|\(\(|\(=|@@|@[A-Za-z_]\w*@|__\w+__/.test(value);
}

function messageOf(kind: string, value: string, part: string): Message {
	if (kind === 'empty-tag') { return { text: 'The tag after "{name}" is empty.', args: { name: value } }; }
	if (kind === 'tag-too-long') { return { text: 'Tags have at most 128 characters, but this one has {count}.', args: { count: part.length } }; }
	if (kind === 'invalid-tag') { return { text: '"{tag}" cannot be a tag.', args: { tag: part } }; }
	return { text: '"{text}" is no image name.', args: { text: value } };
}

function fixesOf(use: ImageUse, value: string): readonly Fix[] {
	const at = use.errorSpan;
	if (!at || !use.error || use.text !== value) { return []; }
	if (use.error.kind === 'empty-tag') {
		return [editFix({ text: 'Remove "{text}"', args: { text: ':' } }, [{ span: at, newText: '' }])];
	}
	const part = value.slice(use.error.start, use.error.end);
	if (use.error.kind === 'invalid-tag' && /^\d+:\d+(?:-\w+)?$/.test(part)) {
		const tag = part.replace(':', '.');
		return [editFix({ text: 'Change the tag to "{tag}"', args: { tag } }, [{ span: at, newText: tag }], false)];
	}
	const double = value.indexOf('//');
	if (use.error.kind === 'invalid-format' && double !== -1) {
		const start = use.span.start + double;
		const length = /^\/+/.exec(value.slice(double))?.[0].length ?? 2;
		return [editFix({ text: 'Remove "{text}"', args: { text: '/' } }, [{ span: { start: start + 1, end: start + length }, newText: '' }])];
	}
	return [];
}
