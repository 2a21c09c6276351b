import type { CommandEnvironment, Span } from '../../../model/index.ts';
import type { ShellVariable } from '../shellScope.ts';

/** What the lines of Makefiles export, gathered while they are read (GNU make manual, 5.7.2). */
export class MakeExports {
	/** `export` alone, or the target `.EXPORT_ALL_VARIABLES`. */
	#all = false;
	readonly #names = new Set<string>();
	/** `target: export NAME`, by target. */
	readonly #ofTarget = new Map<string, Set<string>>();
	readonly #needed = new Map<string, string[]>();

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
				this.#ofTarget.set(target, known);
			} else if (!/^[^;#]*=/.test(rest)) {
				const known = this.#needed.get(target) ?? [];
				known.push(...rest.replace(/[;#].*$/s, '').split(/[\s|]+/).filter(name => name !== ''));
				this.#needed.set(target, known);
			}
		}
	}

	/** What the processes of a recipe see. A value that only a run knows, or only one way to the rule sets, is open. */
	environment(targets: readonly string[], variables: ReadonlyMap<string, ShellVariable | 'unknown'>, file: string, text: string): readonly CommandEnvironment[] {
		const found = new Map<string, CommandEnvironment>();
		const add = (name: string, isCertain: boolean): void => {
			const variable = variables.get(name.replace(/[.-]/g, '_'));
			const known = isCertain && variable !== undefined && variable !== 'unknown' && variable.choices === undefined ? variable : undefined;
			const span: Span = known?.source?.file === file ? known.source.span : { start: 0, end: 0 };
			found.set(name, { name, value: { span, text: text.slice(span.start, span.end), value: known?.value ?? '', open: known ? known.open : [name] }, scope: 'script' });
		};
		if (this.#all) { for (const name of variables.keys()) { add(name, true); } }
		for (const name of this.#names) { add(name, true); }
		for (const [exporting, names] of this.#ofTarget) {
			const mine = targets.filter(target => exporting === target || matchesPattern(target, exporting));
			if (mine.length > 0 ? false : !this.#leadsTo(exporting, targets)) { continue; }
			for (const name of names) { add(name, mine.length === targets.length); }
		}
		return [...found.values()];
	}

	/** The prerequisites of a target see its variables, and theirs. */
	#leadsTo(from: string, targets: readonly string[]): boolean {
		const seen = new Set([from]);
		for (const each of seen) {
			for (const needed of this.#needed.get(each) ?? []) { seen.add(needed); }
		}
		return targets.some(target => seen.has(target));
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
