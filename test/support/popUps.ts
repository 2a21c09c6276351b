import { driver } from './driver.ts';

/** What VS Code itself says, on its own account, when a test takes away what it was about to show. */
const ofVsCode = [
	/^Unable to (?:resolve|read|open|write)\b.*\bfile\b/i,
	/^The (?:editor|file) could not be opened\b/i,
	/^Failed to save\b/i,
	/^Your application .* is available/i,
];

/**
 * What pops up at this moment and is not known to be a word of VS Code itself: none, when all is calm. A notification of an extension
 * names it as its source and always counts, whatever it says; so does a dialog.
 */
export async function popUps(): Promise<readonly string[]> {
	const toasts = (await driver.query('.notifications-toasts .monaco-list-row')).map(({ text, attributes }) => attributes['aria-label'] ?? text);
	const dialogs = (await driver.query('.monaco-dialog-box')).map(({ text }) => text);
	return [...toasts.filter(label => label.includes(', source: ') || !ofVsCode.some(pattern => pattern.test(label))), ...dialogs];
}
