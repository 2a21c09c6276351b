import type { CommandEnvironment } from '../../../model/index.ts';
import { readDotenv } from '../../compose/dotenv.ts';

/** What a `.env` file gives to processes, as far as the file alone tells. */
export function dotenvEnvironment(text: string): readonly CommandEnvironment[] {
	if (text === '') { return []; }
	return [...readDotenv('', text, () => undefined)].map(([name, { value }]) =>
		({ name, value: { span: { start: 0, end: 0 }, text: value, value, open: value.includes('$') ? [name] : [] }, scope: 'script' }));
}
