import { jsonText, member, readJson } from '../devcontainer/json.ts';
import type { SyntaxImage } from './directives.ts';

/** The JSON form of the syntax directive: the whole file is an object, its last `syntax` key a string. The span is inside the quotes. */
export function jsonSyntax(text: string, start: number): SyntaxImage | undefined {
	const body = text.slice(start);
	if (!/^[\t\n\r ]*\{/.test(body) || !isJson(body)) { return undefined; }
	const found = jsonText(body, member(readJson(body), 'syntax'));
	if (!found || found.value.text === '') { return undefined; }
	const { value, span } = found;
	return {
		value: value.text,
		span: { start: start + span.start, end: start + span.end },
		origins: Array.from({ length: value.text.length }, (_, at) => value.verbatim({ start: at, end: at + 1 }) ? start + value.outer(at) : -1),
	};
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
