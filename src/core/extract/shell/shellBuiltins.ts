import { joinPath } from '../../util/filePath.ts';
import { commandFields } from './commandFields.ts';
import { commandInput } from './commandInput.ts';
import { expandWord } from './expandWord.ts';
import { aliasWords } from './forwardedWords.ts';
import { formatPrintf } from './formatPrintf.ts';
import { assign, readAssignment } from './readAssignment.ts';
import { fieldsOf, lineReader, mapfileName } from './readLine.ts';
import type { LaterFile, ShellScope, ShellVariable } from './shellScope.ts';
import type { ShellWord } from './shellWord.ts';
import type { SimpleCommand } from './scriptWalker.ts';
import { isCapturing, write, writers } from './writtenOutput.ts';

/** Commands of the shell itself that change what is known, and programs whose output is their words. */
export const builtins: ReadonlySet<string> = new Set([
	'export',
	'declare',
	'typeset',
	'readonly',
	'local',
	'unset',
	'read',
	'alias',
	'cd',
	'pushd',
	'popd',
	':',
	'mapfile',
	'readarray',
	'set',
	'shift',
	...writers,
]);

/** Those that take assignments as words. */
export const declarations: ReadonlySet<string> = new Set(['export', 'declare', 'typeset', 'readonly', 'local']);

/** Does to the scope what a command of the shell itself does. */
export function runBuiltin(name: string, command: SimpleCommand, file: string, outerText: string): void {
	const { scope, source } = command;
	const texts = command.words.map(word => word.text);
	switch (name) {
		case 'cd': case 'pushd': case 'popd': changeFolder(name, command); return;
		case 'set': setOptions(command, texts); return;
		case 'shift':
			scope.shift(/^\d{0,2}$/.test(texts[0] ?? '') ? Number(texts[0] ?? 1) : undefined);
			return;
		case 'alias':
			for (const word of command.words) {
				if (word.type !== 'Assignment' || word.value.type !== 'Word') { continue; }
				const words = aliasWords(expandWord(word.value, source, scope).map.text);
				if (words) { scope.aliases.set(word.name, words); }
			}
			return;
		case ':':
			for (const word of command.words) { if (word.type === 'Word') { expandWord(word, source, scope); } }
			return;
		case 'read': case 'mapfile': case 'readarray': case 'unset': readInto(name, command, file); return;
		case 'echo': case 'printf': case 'basename': case 'dirname': writeWords(name, command, file); return;
		default: declare(name, command, file, outerText);
	}
}

function declare(name: string, command: SimpleCommand, file: string, outerText: string): void {
	const { scope, source } = command;
	const flags = command.words.filter(({ text }) => text.startsWith('-')).map(({ text }) => text);
	const exports = name === 'export' || ((name === 'declare' || name === 'typeset') && flags.some(text => /^-[a-z]*x/.test(text)));
	for (const word of command.words) {
		if (word.type === 'Assignment') {
			const assigned = readAssignment(word, command, file, outerText);
			assign(scope, assigned);
			if (scope.locals && name !== 'export' && name !== 'readonly' && !flags.some(text => /^-[a-z]*g/.test(text))) { scope.locals.add(word.name); }
			if (exports) { scope.export({ name: assigned.name, value: assigned.value, scope: 'script' }); }
		} else if (scope.locals && name !== 'export' && name !== 'readonly' && /^[A-Za-z_]\w*$/.test(word.text)) {
			scope.locals.add(word.text);
			scope.set(word.text, { value: '', open: [] });
		} else if (exports && /^[A-Za-z_]\w*$/.test(word.text)) {
			const known = scope.get(word.text);
			if (known && known !== 'unknown') {
				const span = known.source?.file === file ? known.source.span : source.map.outerSpan({ start: word.pos, end: word.end });
				scope.export({
					name: word.text,
					value: { span, text: outerText.slice(span.start, span.end), value: known.value, open: known.open },
					scope: 'script',
				});
			}
		}
	}
}

/** `set -a`, `set -- a b`. */
function setOptions({ words, source, scope }: SimpleCommand, texts: readonly string[]): void {
	const at = texts.findIndex(text => text === '--' || !/^[-+]/.test(text));
	const all = /(?:^| )([+-])(?:[b-z]*a[a-z]*(?= |$)|o allexport\b)/.exec(texts.slice(0, at === -1 ? undefined : at).join(' ') + (texts.includes('allexport') ? ' allexport' : ''))?.[1];
	if (all) { scope.exportsAll = all === '-'; }
	if (at === -1 || /^[-+][a-z]*o$/.test(texts[at - 1] ?? '')) { return; }
	const fields = words.slice(texts[at] === '--' ? at + 1 : at).flatMap(word => word.type === 'Word' ? commandFields(word, source, scope) : []);
	scope.args = fields.some(({ open, quoted }) => open.length > 0 && quoted.length === 0) ? 'unknown' : fields;
}

/** `read x y <<< …`, `mapfile -t x < <(…)`; what they read is unknown most of the time. */
function readInto(name: string, command: SimpleCommand, file: string): void {
	const { scope, prefix, words } = command;
	for (const { text } of words) { if (/^[A-Za-z_]\w*$/.test(text)) { scope.set(text, 'unknown'); } }
	if (name === 'unset') { scope.environment = scope.environment.filter(entry => !words.some(({ text }) => text === entry.name)); }
	const input = name === 'unset' || (command.input?.type === 'Command') ? undefined : commandInput(command);
	if (!input || input.open.length > 0) { return; }
	const variable = (start: number, end: number): ShellVariable => {
		const verbatim = input.map.verbatim({ start, end });
		return {
			value: input.map.text.slice(start, end),
			open: [],
			...(verbatim && { source: { file, span: input.map.outerSpan({ start, end }) } }),
			...(input.environmentDependent && { environmentDependent: true }),
		};
	};
	const array = (to: string, elements: readonly ShellVariable[]): void => { if (elements.length > 0) { scope.set(to, { ...elements[0]!, elements }); } };
	if (name !== 'read') {
		const to = mapfileName(words);
		if (to !== undefined) { array(to, [...input.map.text.matchAll(/[^\n]+/g)].map(match => variable(match.index, match.index + match[0].length))); }
		return;
	}
	const reader = lineReader(prefix, words);
	if (!reader) { return; }
	const fields = fieldsOf(input.map.text.split('\n')[0]!, reader).map(({ start, end }) => variable(start, end));
	if (reader.array !== undefined) { array(reader.array, fields); }
	for (const [index, each] of reader.names.entries()) { scope.set(each, fields[index] ?? { value: '', open: [] }); }
}

function writeWords(name: string, { words, source, scope }: SimpleCommand, file: string): void {
	const into = name === 'printf' && words[0]?.text === '-v' ? words[1]?.text : undefined;
	const later = scope.writesTo;
	if (into === undefined && !later && !isCapturing(scope)) { return; }
	const fields = words.slice(into === undefined ? 0 : 2).flatMap(word => word.type === 'Word' ? commandFields(word, source, scope) : []);
	if (later && !isCapturing(scope)) { writeLater(later, name, fields, scope, file); return; }
	const written = writtenBy(name, fields);
	if (into !== undefined) { scope.set(into, written ?? 'unknown'); } else { write(scope, written); }
}

/** `NAME=value` for the steps behind this one. */
function writeLater(target: LaterFile, command: string, fields: readonly ShellWord[], scope: ShellScope, file: string): void {
	const written = writtenBy(command, fields);
	for (const match of (written?.value ?? fields.map(({ map }) => map.text).join(' ')).matchAll(/^([A-Za-z_][\w-]*)(=|<<)(.*)$/gm)) {
		const [only] = fields;
		const span = { start: match[1]!.length + 1, end: match[0].length };
		const place = fields.length === 1 && only!.map.verbatim(span) ? { source: { file, span: only!.map.outerSpan(span) } } : {};
		const isKnown = written !== undefined && match[2] === '=';
		scope.setLater(
			target,
			match[1]!,
			isKnown ? { value: match[3]!, open: [], ...place, ...(written.environmentDependent && { environmentDependent: true }) } : 'unknown',
		);
	}
}

function writtenBy(name: string, fields: readonly ShellWord[]): ShellVariable | undefined {
	if (fields.some(({ open }) => open.length > 0)) { return undefined; }
	const values = fields.map(({ map }) => map.text);
	const value = name === 'printf' ? formatPrintf(values[0] ?? '', values.slice(1)) : name === 'echo' ? echoed(values) : pathPart(name, values);
	return value === undefined
		? undefined
		: { value, open: [], ...(fields.some(({ environmentDependent }) => environmentDependent) && { environmentDependent: true }) };
}

function echoed(values: readonly string[]): string | undefined {
	const from = values.findIndex(value => !/^-[neE]+$/.test(value));
	const text = from === -1 ? '' : values.slice(from).join(' ');
	return text.includes('\\') ? undefined : text + (values[0] === '-n' ? '' : '\n');
}

function pathPart(name: string, [path, suffix = '']: readonly string[]): string | undefined {
	if (path === undefined || !/^[\w./:@-]*\w$/.test(path)) { return undefined; }
	const slash = path.lastIndexOf('/');
	if (name === 'dirname') { return slash === -1 ? '.' : path.slice(0, Math.max(slash, 1)); }
	const base = path.slice(slash + 1);
	return suffix !== '' && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base;
}

function changeFolder(name: string, { words, source, scope }: SimpleCommand): void {
	const word = words.find(item => !item.text.startsWith('-') || item.text === '-');
	if (name === 'popd' || word?.type !== 'Word') { scope.folders = []; return; }
	const scriptFolder = /^"?\$\(\s*dirname\s+(?:--\s+)?"?\$(?:0|\{0\}|\{?BASH_SOURCE(?:\[0\])?\}?)"?\s*\)"?((?:\/[\w.-]+)*)\/?"?$/.exec(word.text);
	if (scriptFolder) { scope.folders = scope.folders.slice(0, 1).map(folder => joinPath(folder, `.${scriptFolder[1]!}`)); return; }
	const value = expandWord(word, source, scope);
	scope.folders = value.open.length > 0 || /^[~/-]/.test(value.map.text) ? [] : scope.folders.map(folder => joinPath(folder, value.map.text));
}
