import type { CommandFlag, Edit } from '../../model/index.ts';

/** Writes another flag in the place of one. */
export function replaceFlag(flag: CommandFlag, newText: string): Edit {
	return { span: flag.span, newText };
}

/** Changes a part of a flag's value, given as offsets in it. Quotes around it stay. */
export function replaceInFlagValue(flag: CommandFlag, text: string, { start, end, newText }: { readonly start: number; readonly end: number; readonly newText: string }): Edit | undefined {
	const whole = replaceFlagValue(flag, text, newText);
	return whole && { span: { start: whole.span.start + start, end: whole.span.start + end }, newText };
}

/** Changes only the value of a flag. Quotes around it stay. */
export function replaceFlagValue(flag: CommandFlag, text: string, newValue: string): Edit | undefined {
	if (!flag.value || flag.value.open.length > 0) { return undefined; }
	const { span, value } = flag.value;
	const written = text.slice(span.start, span.end);
	const at = written.indexOf(value);
	return at === -1 ? undefined : { span: { start: span.start + at, end: span.start + at + value.length }, newText: newValue };
}
