import type { CommandEnvironment, CommandFlag, CommandWord, Span, ToolCommand } from '../../model/index.ts';
import { commandWord } from './shellWord.ts';
import type { ShellWord } from './shellWord.ts';
import { standsForFlags } from './standsForFlags.ts';
import { flagTable } from './tools/flagTable.ts';
import type { FlagSyntax } from './tools/flagTable.ts';
import type { CommandSyntax, OperandRole, ToolSyntax } from './tools/toolSyntax.ts';

/** A value with what it is and the word it stands in. */
export interface RoleWord {
	readonly role: OperandRole;
	readonly word: ShellWord;
	/** In the value of `word`. */
	readonly inner: Span;
	readonly flag?: CommandFlag;
}

/** A command as read, with what only the extraction needs. */
export interface ReadCommand {
	readonly command: ToolCommand;
	readonly syntax: CommandSyntax;
	/** Operands and flag values that are images in the order of the text. */
	readonly roles: readonly RoleWord[];
	readonly operandWords: readonly ShellWord[];
	readonly flagWords: ReadonlyMap<CommandFlag, ShellWord>;
}

/** What is the same for all commands of a text. */
export interface CommandSetting {
	readonly outerText: string;
	readonly host: ToolCommand['host'];
	/** The sign that continues a line: a backslash, PowerShell's backtick, `^`. */
	readonly continuation: string;
	readonly editable: boolean;
	/** The words are strings of a JSON list: what goes between them has quotes and a comma. */
	readonly isList?: boolean;
	/** Files by path that the script may read into its own shell. */
	readonly sources?: ReadonlyMap<string, string>;
}

/** Reads the words of a call of `tool`, `words[0]` being the tool; how flags and operands are told apart comes from its table. */
export function readToolCommand(
	tool: ToolSyntax,
	words: readonly ShellWord[],
	environment: readonly CommandEnvironment[],
	setting: CommandSetting,
): ReadCommand {
	const reader = new Reader(tool, words, setting.outerText);
	reader.read();
	const { flags, operands, roles } = reader;
	const first = words[0]!;
	// What a pipe hands over is written in front of the command.
	const last = words.findLast(({ span, elsewhere }) => span.start >= first.span.start && !elsewhere)!;
	const subcommandWord = words[reader.subcommandAt]!;
	const continuation = continuationOf(words, reader.subcommandAt, setting);
	const list = setting.isList ? listGap(words, reader.subcommandAt, setting.outerText) : undefined;
	return {
		command: {
			tool: tool.names[0]!,
			subcommand: reader.subcommand,
			span: { start: first.span.start, end: last.span.end },
			toolSpan: first.span,
			subcommandSpan: subcommandWord.span,
			flags,
			operands: operands.map(word => commandWord(word, setting.outerText)),
			environment,
			host: setting.host,
			...(continuation !== undefined && { continuation }),
			...(list !== undefined && { list }),
			editable: setting.editable
				&& (!setting.isList || list !== undefined)
				&& words.slice(reader.subcommandAt === 0 ? 0 : 1, reader.subcommandAt + 1).every(isVerbatim),
		},
		syntax: reader.syntax,
		roles,
		operandWords: operands,
		flagWords: reader.flagWords,
	};
}

/** Between the subcommand and the next string of its list. */
function listGap(words: readonly ShellWord[], at: number, text: string): string | undefined {
	const next = words[at + 1];
	const gap = next && text.slice(words[at]!.span.end, next.span.start);
	return gap !== undefined && /^",\s*"$/.test(gap) ? gap : undefined;
}

function isVerbatim(word: ShellWord): boolean {
	return word.map.verbatim({ start: 0, end: word.map.text.length });
}

function continuationOf(words: readonly ShellWord[], from: number, { outerText, continuation }: CommandSetting): string | undefined {
	for (let index = from; index + 1 < words.length; index++) {
		const gap = outerText.slice(words[index]!.span.end, words[index + 1]!.span.start);
		// A string of another language writes a backslash twice.
		const match = gap.includes('\n') ? /^[ \t]*(.)\1?[ \t]*\r?\n[ \t]*$/.exec(gap) : undefined;
		if (match?.[1] === continuation) { return gap; }
	}
	return undefined;
}

class Reader {
	readonly flags: CommandFlag[] = [];
	readonly operands: ShellWord[] = [];
	readonly roles: RoleWord[] = [];
	readonly flagWords = new Map<CommandFlag, ShellWord>();
	subcommand = '';
	subcommandAt = 0;
	syntax: CommandSyntax;
	readonly #tool: ToolSyntax;
	readonly #words: readonly ShellWord[];
	readonly #outerText: string;
	#at = 1;
	/** Words so far could still become a longer subcommand. */
	#choosing = true;
	readonly #beginnings: ReadonlySet<string>;

	constructor(tool: ToolSyntax, words: readonly ShellWord[], outerText: string) {
		this.#tool = tool;
		this.#words = words;
		this.#outerText = outerText;
		this.#beginnings = beginningsOf(tool);
		this.syntax = tool.commands[''] ?? { flags: '' };
	}

	read(): void {
		let flagsEnded = false;
		while (this.#at < this.#words.length) {
			const word = this.#words[this.#at]!;
			const value = word.map.text;
			if (!flagsEnded && value === '--') { flagsEnded = true; this.#at++; continue; }
			if (!flagsEnded && value.length > 1 && value[0] === '-' && isFlagStart(word)) { this.#flag(word); continue; }
			this.#at++;
			if (this.#choosing && this.#takesSubcommand(value, this.#at - 1)) { continue; }
			this.#choosing = false;
			// `docker run --rm ...` in a text: something, which nobody has written.
			if (value === '...' || value === '…') { continue; }
			if (this.#at < this.#words.length && this.syntax.operands !== undefined && standsForFlags(word)) { continue; }
			// What a function was called with names nothing here.
			if (/^\$\{?[@*]\}?$/.test(value) && word.open.length > 0) { this.operands.push(word); continue; }
			this.#operand(word);
			if (this.syntax.stops && (this.syntax.operands ?? '') !== '') { flagsEnded = true; }
		}
	}

	#takesSubcommand(value: string, at: number): boolean {
		const longer = this.subcommand === '' ? value : `${this.subcommand} ${value}`;
		const exact = this.#tool.commands[longer];
		const continues = this.#beginnings.has(longer);
		if (!exact && !continues) {
			// An unknown subcommand is still one; its flags are read without a table.
			if (this.subcommand !== '' || this.#tool.commands[''] || !/^[a-z][a-z0-9-]*$/.test(value)) { return false; }
			this.subcommand = value;
			this.subcommandAt = at;
			this.syntax = { flags: '' };
			this.#choosing = false;
			return true;
		}
		this.subcommand = longer;
		this.subcommandAt = at;
		this.syntax = exact ?? { flags: '' };
		this.#choosing = continues;
		return true;
	}

	#operand(word: ShellWord): void {
		const roles = (this.syntax.operands ?? '').split(' ');
		const index = Math.min(this.operands.length, roles.length - 1);
		const name = roles[index]!;
		this.operands.push(word);
		const repeated = name.endsWith('+');
		if (this.operands.length > roles.length && !repeated) { return; }
		const role = (repeated ? name.slice(0, -1) : name) as OperandRole | '-';
		if (role === '' || role === '-') { return; }
		this.roles.push({ role, word, inner: { start: 0, end: word.map.text.length } });
	}

	#look(name: string): FlagSyntax | undefined {
		return flagTable(this.syntax.flags).get(name)
			?? (this.#choosing || this.subcommand.includes(' ') ? this.#partial(name) : undefined)
			?? flagTable(this.#tool.flags).get(name);
	}

	/** Flags of the words on the way, `compose -f x build`. */
	#partial(name: string): FlagSyntax | undefined {
		const first = this.subcommand.split(' ')[0]!;
		const syntax = this.#tool.commands[first];
		return syntax ? flagTable(syntax.flags).get(name) : undefined;
	}

	#flag(word: ShellWord): void {
		this.#at++;
		const value = word.map.text;
		if (value.startsWith('--')) {
			const equals = value.indexOf('=');
			const name = equals === -1 ? value.slice(2) : value.slice(2, equals);
			this.#addFlag(
				word,
				{ start: 0, end: equals === -1 ? value.length : equals },
				value.slice(0, 2) + name,
				name,
				this.#look(name),
				equals === -1 ? undefined : equals + 1,
			);
			return;
		}
		this.#cluster(word, value);
	}

	#cluster(word: ShellWord, value: string): void {
		const whole = this.#look(value.slice(1).split('=')[0]!);
		const equals = value.indexOf('=');
		if (whole && (equals === -1 ? value.length : equals) > 2) {
			const end = equals === -1 ? value.length : equals;
			this.#addFlag(word, { start: 0, end }, value.slice(0, end), value.slice(1, end), whole, equals === -1 ? undefined : equals + 1);
			return;
		}
		for (let at = 1; at < value.length; at++) {
			const syntax = this.#look(value[at]!);
			const nameSpan = { start: at === 1 ? 0 : at, end: at + 1 };
			const name = `-${value[at]!}`;
			const rest = at + 1 < value.length;
			if (rest && value[at + 1] === '=') { this.#addFlag(word, nameSpan, name, value[at]!, syntax, at + 2); return; }
			if (syntax?.takes === 'value' && rest) { this.#addFlag(word, nameSpan, name, value[at]!, syntax, at + 1, ''); return; }
			if (!syntax && rest) { this.#addFlag(word, { start: 0, end: value.length }, value, value.slice(1), undefined, undefined); return; }
			this.#addFlag(word, nameSpan, name, value[at]!, syntax, undefined, undefined, rest);
		}
	}

	#addFlag(
		word: ShellWord,
		name: Span,
		text: string,
		plainName: string,
		syntax: FlagSyntax | undefined,
		valueAt?: number,
		separator: '=' | '' = '=',
		more = false,
	): void {
		const nameSpan = name.start === 0 && name.end === word.map.text.length ? word.span : word.map.outerSpan(name);
		const long = syntax?.long ?? plainName;
		if (valueAt !== undefined) {
			const inner = { start: valueAt, end: word.map.text.length };
			const value = commandWord(word, this.#outerText, inner);
			this.#push({ name: text, long, span: { start: nameSpan.start, end: word.span.end }, nameSpan, value, separator }, word, inner, syntax);
			return;
		}
		const next = more ? undefined : this.#words[this.#at];
		const takes = syntax?.takes === 'value' || (syntax?.takes === 'boolean' && /^(?:true|false|never|auto)$/.test(next?.map.text ?? ''));
		if (!takes || !next) { this.flags.push({ name: text, long, span: nameSpan, nameSpan, separator: 'none' }); return; }
		this.#at++;
		const value: CommandWord = commandWord(next, this.#outerText);
		this.#push(
			{ name: text, long, span: { start: nameSpan.start, end: next.span.end }, nameSpan, value, separator: ' ' },
			next,
			{ start: 0, end: next.map.text.length },
			syntax,
		);
	}

	#push(flag: CommandFlag, word: ShellWord, inner: Span, syntax: FlagSyntax | undefined): void {
		this.flags.push(flag);
		this.flagWords.set(flag, word);
		if (syntax && syntax.role !== '') { this.roles.push({ role: syntax.role, word, inner, flag }); }
	}
}

const beginnings = new WeakMap<ToolSyntax, ReadonlySet<string>>();

/** The words that longer subcommands begin with: `buildx`, `buildx imagetools`. */
function beginningsOf(tool: ToolSyntax): ReadonlySet<string> {
	const known = beginnings.get(tool);
	if (known) { return known; }
	const found = new Set(Object.keys(tool.commands).flatMap(key => [...key.matchAll(/ /g)].map(({ index }) => key.slice(0, index))));
	beginnings.set(tool, found);
	return found;
}

/** `-$X` and `"$(…)"` are no flags that could be read. */
function isFlagStart(word: ShellWord): boolean {
	return word.openSpans.every(({ start }) => start > 1);
}
