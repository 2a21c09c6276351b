import { isSecretName } from '../../util/isSecretName.ts';
import { lineEndAt } from '../../util/lineBounds.ts';
import { sliceMap } from '../../util/textMap.ts';
import { interpolate } from './interpolate.ts';
import type { Scope, ScopeValue } from './scope.ts';

/**
 * The variables of a `.env` file as compose-go's dotenv reads it: `export`, `=` or `:`, quotes (single ones literal), comments,
 * interpolation by earlier lines and what `outer` knows. Reading ends at the first line that compose-go refuses.
 */
export function readDotenv(file: string, text: string, outer: Scope): ReadonlyMap<string, ScopeValue> {
	const variables = new Map<string, ScopeValue>();
	const scope: Scope = name => outer(name) ?? variables.get(name);
	const line = /[ \t\v\f\r\u0085\u00a0]*(?:#[^\n]*|(?:export[ \t]+)?([\p{L}\p{N}_.[\]-]+)[ \t]*(?:([=:])[ \t\v\f\u0085\u00a0]*|\r?(?=\n|$)))?/yu;
	for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length;) {
		line.lastIndex = at;
		const found = line.exec(text);
		if (!found) { break; }
		const start = at + found[0].length;
		const [, name, separator] = found;
		let end = start;
		if (name !== undefined && separator === undefined) {
			const inherited = outer(name);
			if (inherited) { variables.set(name, inherited); }
		} else if (name !== undefined) {
			const value = readValue(text, start, scope);
			if (!value) { break; }
			end = value.end;
			variables.set(
				name,
				{ value: value.value, origin: 'env-file', source: { file, span: value.span }, ...((value.secret || isSecretName(name)) && { secret: true }) },
			);
		} else if (start < text.length && text[start] !== '\n') {
			break;
		}
		at = text[end] === '\n' ? end + 1 : end;
		if (at === end && end < text.length && found[0] === '' && name === undefined) { break; }
	}
	return variables;
}

interface Value {
	readonly value: string;
	readonly secret?: boolean;
	readonly span: { readonly start: number; readonly end: number };
	readonly end: number;
}

function readValue(text: string, start: number, scope: Scope): Value | undefined {
	const quote = text[start];
	if (quote === '"' || quote === '\'') { return readQuoted(text, start, quote, scope); }
	const end = lineEndAt(text, start);
	const line = text.slice(start, end);
	const comment = / #/.exec(line);
	const raw = (comment ? line.slice(0, comment.index) : line).trimEnd();
	const span = { start, end: start + raw.length };
	const { map, secret } = interpolate(sliceMap(text, span), scope);
	return { value: map.text, secret, span, end };
}

function readQuoted(text: string, start: number, quote: string, scope: Scope): Value | undefined {
	for (let at = start + 1; at < text.length; at++) {
		if (text[at] === '\\') { at++; continue; }
		if (text[at] !== quote) { continue; }
		const span = { start: start + 1, end: at };
		const raw = text.slice(start + 1, at);
		const { map, secret } = interpolate(sliceMap(unescape(raw), { start: 0, end: raw.length }), scope);
		const end = lineEndAt(text, at);
		return quote === '\'' ? { value: raw.replaceAll('\\\'', '\''), span, end } : { value: map.text, secret, span, end };
	}
	return undefined;
}

function unescape(raw: string): string {
	return raw.replace(/\\(.)/gs, (written, character: string) => {
		switch (character) {
			case 'n': return '\n';
			case 'r': return '\r';
			case 't': return '\t';
			case '$': return '$$';
			case '"': case '\\': return character;
			default: return written;
		}
	});
}
