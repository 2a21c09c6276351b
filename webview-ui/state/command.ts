/** A build step as BuildKit or Docker recorded it, freed from what the builder put around it. */
export interface StepCommand {
	/** `RUN`, `COPY`, `ENV`; empty when the record does not say. */
	readonly keyword: string;
	/** What stands after it. */
	readonly rest: string;
}

/** Takes `createdBy` apart: `/bin/sh -c #(nop)  ENV A=b`, `RUN /bin/sh -c set -e # buildkit`, `|1 A=b /bin/sh -c make`. */
export function stepCommand(createdBy: string): StepCommand {
	const text = withoutSuffix(createdBy.trim(), '# buildkit');
	const nop = /^(?:\/bin\/(?:ba)?sh|cmd|powershell)\b.*?#\(nop\)\s+/.exec(text);
	if (nop) { return withKeyword(text.slice(nop[0].length)); }
	const shell = /^(?:RUN\s+)?(?:\|\d+\s.*?)??\/bin\/(?:ba|a|da)?sh(?:\s+(?:-\w+|pipefail))*?\s+-\w*c\s+/.exec(text);
	if (!shell) { return withKeyword(text); }
	const rest = text.slice(shell[0].length);
	return { keyword: rest.startsWith('#') ? '' : 'RUN', rest };
}

/** The one-line name of a step: without shell, preparation and cleaning up, white space joined. */
export function shortCommand(createdBy: string): string {
	const { keyword, rest } = stepCommand(createdBy);
	if (keyword !== 'RUN') { return oneLine(`${keyword} ${rest}`); }
	const pieces = commandPieces(rest);
	const told = pieces.filter(piece => !isPreparation(piece.text));
	const kept = told.length > 0 ? told : pieces;
	return oneLine(kept.map((piece, at) => at < kept.length - 1 ? piece.text + (piece.end === ';' ? '; ' : ` ${piece.end} `) : piece.text).join(''))
		.replace(/ --no-install-recommends\b/g, '');
}

/** The command on several lines, broken after `;` and `&&`; a first piece stays beside its keyword. */
export function commandLines(createdBy: string): readonly string[] {
	const { keyword, rest } = stepCommand(createdBy);
	if (keyword !== 'RUN') { return [oneLine(`${keyword} ${rest}`)]; }
	const lines = commandPieces(rest).map(({ text, end }) => oneLine(text) + (end === ';' ? (/\s$/.test(text) ? ' ;' : ';') : end && ` ${end}`));
	return lines.map((line, at) => at === 0 ? `RUN ${line}` : line);
}

/** Switches of the shell, package lists and cleaning up: what a reader of one line can do without. */
function isPreparation(text: string): boolean {
	const [program, ...rest] = text.trim().split(/\s+/, 5);
	const verb = rest.find(word => !word.startsWith('-'));
	switch (program) {
		case '': return true;
		case 'set': return /^[-+]/.test(rest[0] ?? '');
		case 'rm': return /^-\w{0,5}r/.test(rest[0] ?? '');
		case 'apt':
		case 'apt-get':
		case 'apk':
		case 'yum':
		case 'dnf':
		case 'microdnf': return verb === 'update' || verb === 'clean';
		default: return false;
	}
}

function withoutSuffix(text: string, suffix: string): string {
	return text.endsWith(suffix) ? text.slice(0, -suffix.length).trimEnd() : text;
}

interface Piece { readonly text: string; readonly end: '' | ';' | '&&' }

/** Splits at `;` and `&&` outside of quotes, brackets and comments. Linear. */
function commandPieces(text: string): readonly Piece[] {
	const pieces: Piece[] = [];
	let start = 0;
	let depth = 0;
	let quote = '';
	for (let at = 0; at < text.length; at++) {
		const character = text[at] ?? '';
		if (character === '\\' && quote !== '\'') { at++; continue; }
		if (quote) { quote = character === quote ? '' : quote; continue; }
		if (character === '"' || character === '\'' || character === '`') { quote = character; continue; }
		if (character === '(') { depth++; }
		if (character === ')') { depth = Math.max(0, depth - 1); }
		const end = depth > 0 ? '' : character === ';' ? (text[at + 1] === ';' ? '' : ';') : text.startsWith('&&', at) ? '&&' : '';
		if (character === ';' && !end) { at++; }
		if (!end) { continue; }
		pieces.push({ text: text.slice(start, at), end });
		at += end.length - 1;
		start = at + 1;
	}
	if (text.slice(start).trim() || pieces.length === 0) { pieces.push({ text: text.slice(start), end: '' }); }
	return pieces;
}

function withKeyword(text: string): StepCommand {
	const match = /^([A-Z]{3,11})\s+/.exec(text);
	return match ? { keyword: match[1] ?? '', rest: text.slice(match[0].length) } : { keyword: '', rest: text };
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
