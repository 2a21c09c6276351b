import type { CommandEnvironment, Span } from '../../../model/index.ts';
import type { ShellVariable } from '../shellScope.ts';
import { patternStem } from './expandMake.ts';

/** Exporting targets whose prerequisites are followed; with more of them any may lead anywhere. */
const most = 50;
/** Lists of prerequisites that are longer say nothing about a pattern. */
const longestHead = 2000;
const mostWords = 500;

/** What the lines of Makefiles export, gathered while they are read (GNU make manual, 5.7.2). */
export class MakeExports {
	/** `export` alone, or the target `.EXPORT_ALL_VARIABLES`. */
	#all = false;
	readonly #names = new Set<string>();
	/** `target: export NAME`, by target. */
	readonly #ofTarget = new Map<string, Set<string>>();
	readonly #needed = new Map<string, string[]>();
	/** What stands behind the colons, as written. */
	readonly #prerequisites: string[] = [];
	#words: readonly string[] | undefined;
	readonly #patterns: string[] = [];
	#everybodys: ReadonlySet<string> | undefined;
	readonly #reached = new Map<string, ReadonlySet<string>>();

	/** Takes in a line that is no recipe; a rule's head has its own method. */
	line(text: string): void {
		const match = /^\s*(?:override\s+)?(un)?export\b[ \t]*([^\n#]*)/.exec(text);
		if (!match) { return; }
		const names = namesOf(match[2]!);
		if (names.length === 0) { this.#all = match[1] === undefined; }
		for (const name of names) { if (match[1] === undefined) { this.#names.add(name); } else { this.#names.delete(name); } }
	}

	/** A rule's targets and what stands behind the colon: prerequisites, or a variable of the targets. */
	rule(targets: readonly string[], rest: string): void {
		if (targets.includes('.EXPORT_ALL_VARIABLES')) { this.#all = true; }
		const exported = /^\s*(?:(?:override|private)\s+)*export\b[ \t]*([^\n#]*)/.exec(rest);
		for (const target of targets) {
			if (exported) {
				const known = this.#ofTarget.get(target) ?? new Set();
				for (const name of namesOf(exported[1]!)) { known.add(name); }
				if (target.includes('%') && !this.#ofTarget.has(target)) { this.#patterns.push(target); }
				this.#ofTarget.set(target, known);
			} else if (!/^[^;#]*=/.test(rest)) {
				const known = this.#needed.get(target) ?? [];
				known.push(...rest.replace(/[;#].*$/s, '').split(/[\s|]+/).filter(name => name !== ''));
				this.#needed.set(target, known);
			}
		}
		if (!exported && rest.length < longestHead && /\S/.test(rest)) { this.#prerequisites.push(rest.replace(/[;#].*$/s, '')); }
	}

	/** What other rules need that fits `isWanted`, names of rules of their own left out; `words` gives those of a written list. */
	needed(words: (written: string) => readonly string[], isWanted: (name: string) => boolean): readonly string[] {
		this.#words ??= this.#withPatterns(new Set(this.#prerequisites.flatMap(words)));
		return this.#words.filter(name => !this.#needed.has(name) && isWanted(name));
	}

	/** `a-%: b-%` makes `b-x` of `a-x`. */
	#withPatterns(found: Set<string>): readonly string[] {
		const patterns = [...this.#needed].filter(([target, names]) => target.includes('%') && names.some(name => name.includes('%'))).slice(0, most);
		for (const word of found) {
			if (found.size > mostWords) { break; }
			for (const [target, names] of patterns) {
				const stem = patternStem(word, target);
				if (stem !== undefined && !word.includes('%')) { for (const name of names) { found.add(name.replace('%', () => stem)); } }
			}
		}
		return [...found];
	}

	/** What the processes of a recipe see. A value that only a run knows, or only one way to the rule sets, is open. */
	environment(
		targets: readonly string[],
		variables: { readonly names: readonly string[]; get(name: string): ShellVariable | 'unknown' | undefined },
		file: string,
		text: string,
	): readonly CommandEnvironment[] {
		const found = new Map<string, CommandEnvironment>();
		const add = (name: string, isCertain: boolean): void => {
			const variable = variables.get(name);
			const known = isCertain && variable !== undefined && variable !== 'unknown' && variable.choices === undefined ? variable : undefined;
			const span: Span = known?.source?.file === file ? known.source.span : { start: 0, end: 0 };
			found.set(
				name,
				{
					name,
					value: { span, text: text.slice(span.start, span.end), value: known?.value ?? '', open: known ? known.open : [name] },
					scope: 'script',
				},
			);
		};
		if (this.#all) { for (const name of variables.names) { add(name, true); } }
		for (const name of this.#names) { add(name, true); }
		for (const name of this.#perhaps(targets)) { add(name, false); }
		const certain = targets.map(target => this.#exportedFor(target));
		for (const name of new Set(certain.flatMap(names => [...names]))) { add(name, certain.every(names => names.has(name))); }
		return [...found.values()];
	}

	/** True when a target needs another one, perhaps by way of others. */
	needs(target: string, other: string): boolean {
		return this.#reachedFrom(target).has(other);
	}

	/** What the rule of a target exports, by its name or a pattern. */
	#exportedFor(target: string): ReadonlySet<string> {
		const patterns = this.#patterns.filter(pattern => matchesPattern(target, pattern));
		return new Set([target, ...patterns].flatMap(name => [...this.#ofTarget.get(name) ?? []]));
	}

	/** What others export that may need one of these targets: the prerequisites of a target see its variables. */
	#perhaps(targets: readonly string[]): ReadonlySet<string> {
		if (this.#ofTarget.size > most) { return this.#everybodys ??= new Set([...this.#ofTarget.values()].flatMap(names => [...names])); }
		const others = [...this.#ofTarget].filter(([exporting]) => targets.some(target => this.#reachedFrom(exporting).has(target)));
		return new Set(others.flatMap(([, names]) => [...names]));
	}

	#reachedFrom(target: string): ReadonlySet<string> {
		const known = this.#reached.get(target);
		if (known) { return known; }
		const seen = new Set([target]);
		for (const each of seen) {
			for (const needed of this.#needed.get(each) ?? []) { seen.add(needed); }
		}
		this.#reached.set(target, seen);
		return seen;
	}
}

/** `A B` are names, `A = value` is one. */
function namesOf(text: string): readonly string[] {
	const assigned = /^([\w.-]+)\s*(?:[?+!]|:{0,3})=/.exec(text);
	return assigned ? [assigned[1]!] : text.trim().split(/\s+/).filter(name => /^[\w.-]+$/.test(name));
}

function matchesPattern(target: string, pattern: string): boolean {
	const [before = '', behind] = pattern.split('%');
	return behind !== undefined && target.length >= before.length + behind.length && target.startsWith(before) && target.endsWith(behind);
}
