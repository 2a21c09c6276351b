import type { ComposeText } from './source.ts';

/** The value when it is known; `undefined` while a variable is open. */
export function knownText(text: ComposeText | undefined): string | undefined {
	return text && !text.open && text.value.text !== '' ? text.value.text : undefined;
}
