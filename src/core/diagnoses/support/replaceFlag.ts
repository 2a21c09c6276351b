import type { CommandFlag, Edit } from '../../model/index.ts';
import type { ValueEdit } from './dockerOutput.ts';

/** Writes another flag in the place of one. */
export function replaceFlag(flag: CommandFlag, newText: string): Edit {
	return { span: flag.span, newText };
}

/** Changes parts of a flag's value. Quotes around it stay. */
export function replaceInFlagValue(flag: CommandFlag, text: string, changes: readonly ValueEdit[]): readonly Edit[] | undefined {
	const whole = replaceFlagValue(flag, text, '');
	return whole && changes.map(({ start, end, newText }) => ({ span: { start: whole.span.start + start, end: whole.span.start + end }, newText }));
}

/** Changes only the value of a flag. Quotes around it stay. */
export function replaceFlagValue(flag: CommandFlag, text: string, newValue: string): Edit | undefined {
	if (!flag.value || flag.value.open.length > 0) { return undefined; }
	const { span, value } = flag.value;
	const written = text.slice(span.start, span.end);
	const at = written.indexOf(value);
	return at === -1 ? undefined : { span: { start: span.start + at, end: span.start + at + value.length }, newText: newValue };
}
