/**
 * The VS Code language id that a text looks like, for files that the user names and whose name says nothing.
 * `undefined` when nothing fits.
 */
export function guessLanguage(text: string): string | undefined {
	const head = text.slice(0, 65536);
	if (/^#!.*\b(?:ba|da|k|z)?sh\b/.test(head)) { return 'shellscript'; }
	if (/^\s*(?:ARG\s.*\n(?:.*\n)*?)?\s*FROM\s+\S/im.test(head) && !/^\s*SELECT\b/im.test(head)) { return 'dockerfile'; }
	if (/^services:\s*(?:#.*)?$/m.test(head)) { return 'dockercompose'; }
	if (/^\s*\{/.test(head)) { return 'jsonc'; }
	return undefined;
}
