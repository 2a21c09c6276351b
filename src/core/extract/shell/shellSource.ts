import { composeMap } from '../../util/composeMap.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';

/** Shell text made ready for a shell parser. */
export interface ShellSource {
	/** `\r\n` is `\n`; the maps lead to the file. */
	readonly map: TextMap;
	/** As long as `map.text`, with placeholders and template expressions hidden from the parser; see {@link unmask}. */
	readonly masked: string;
	/** True when anything is hidden. */
	readonly hides: boolean;
}

/**
 * Drops the carriage returns of line ends and hides what is no shell but often stands in it: `<placeholder>`,
 * `${{ expression }}`, `{{template}}`. Nothing hidden is an operator, a quote or a blank to the parser.
 */
export function shellSource(map: TextMap): ShellSource {
	const clean = map.text.includes('\r\n') ? composeMap(map, withoutCarriageReturns(map.text)) : map;
	const masked = mask(clean.text);
	return { map: clean, masked, hides: masked !== clean.text };
}

/** The written text of a masked one. */
export function unmask(text: string): string {
	return text.replace(/[\ue000-\uefff]/g, character => String.fromCharCode(character.charCodeAt(0) & 0xfff));
}

/** What a template expression names: `env.TAG` in `${{ env.TAG }}`, `parameters.tag` in `<< parameters.tag >>`; all of it when it is more than a name. */
export function templateName(written: string): string {
	return /^(?:\$\{\{|<<)\s*([A-Za-z_][\w.-]*)\s*(?:\}\}|>>)$/.exec(written)?.[1] ?? written;
}

/** What stands for a value that only a person or a template engine knows, as written; for `CommandWord.open`. */
export const maskedPiece = /[\ue000-\uefff](?:[\ue000-\uefff\u1000-\udfff]*[\ue000-\uefff])?/g;

const hidden = /\$?\{\{[^\n]{0,400}?\}\}|<[A-Za-z_$][^<>|&;\n"'`()]{0,60}>|<\{[\w. -]{1,60}\}>|<<\s*(?:parameters|pipeline|matrix)\.[\w.-]+\s*>>/g;

function mask(text: string): string {
	const quiet = text.includes('`') && text.includes('\\"') ? text.replace(backticks, maskEscapedQuotes) : text;
	if (!text.includes('{{') && !text.includes('<')) { return quiet; }
	return quiet.replace(hidden, (piece, at: number) => {
		// `<<EOF >x` and `2<in >out` are redirections; a placeholder touches what follows its first sign, and its last one.
		if (piece[0] === '<' && piece[1] !== '<' && (text[at - 1] === '<' || /\s>$/.test(piece) || text[at + piece.length] === '(')) { return piece; }
		return maskAll(piece);
	});
}

function maskAll(piece: string): string {
	return piece.replace(/[^\n]/g, character => character < '\u1000' ? String.fromCharCode(0xe000 + character.charCodeAt(0)) : character);
}

const backticks = /`[^`\n]{0,1000}`/g;

/** `awk -F\"` in backticks: the parser reads those in a text of its own, whose offsets lead nowhere. A quotation with blanks is left as it is. */
function maskEscapedQuotes(piece: string): string {
	return /\\"[^"\\]*\s[^"\\]*\\"/.test(piece) ? piece : piece.replace(/\\"/g, maskAll);
}

function withoutCarriageReturns(text: string): TextMap {
	const builder = new TextMapBuilder();
	let from = 0;
	for (let at = text.indexOf('\r\n'); at !== -1; at = text.indexOf('\r\n', at + 2)) {
		builder.verbatim(text.slice(from, at), from);
		from = at + 1;
	}
	return builder.verbatim(text.slice(from), from).build();
}
