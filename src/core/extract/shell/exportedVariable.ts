import type { CommandEnvironment } from '../../model/index.ts';
import type { ShellVariable } from './shellScope.ts';

/** What commands see of a variable that is handed to them; open when nobody knows its value. */
export function exportedVariable(name: string, known: ShellVariable | 'unknown' | undefined): CommandEnvironment {
	const { value, open, source } = known === undefined || known === 'unknown' ? { value: '', open: [name], source: undefined } : known;
	return { name, value: { span: source?.span ?? { start: 0, end: 0 }, text: value, value, open }, scope: 'script' };
}
