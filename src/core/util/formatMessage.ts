import type { Message } from '../model/index.ts';

/** Fills the `{name}` slots of a text; an unknown slot stays as it is. */
export function formatMessage({ text, args }: Message): string {
	return text.replace(/\{(\w+)\}/g, (slot, name: string) => String(args?.[name] ?? slot));
}
