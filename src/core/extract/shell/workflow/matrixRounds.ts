import { asMap, itemsOf, pairsOf, resolved, valueOf } from '../../yaml/lookup.ts';
import type { YamlMap, YamlNode } from '../../yaml/yamlNode.ts';
import type { ShellVariable } from '../shellScope.ts';

/** What `matrix.x` is in one round of a job, by its whole name. */
export type MatrixRound = ReadonlyMap<string, ShellVariable | 'unknown'>;

/** A matrix with more rounds than these is read as one whose values nobody knows. */
const most = 64;
const noRounds: readonly MatrixRound[] = [new Map()];

/**
 * The rounds of a job's `strategy.matrix`, those alike in what `mentioned` (names as `matrix.os`) asks for only once; one without any
 * value where there is no matrix or an expression makes it.
 */
export function matrixRounds(file: string, strategy: YamlMap | undefined, mentioned: ReadonlySet<string>): readonly MatrixRound[] {
	const matrix = asMap(valueOf(strategy, 'matrix'));
	if (!matrix || mentioned.size === 0) { return noRounds; }
	let rounds: Round[] = [new Map()];
	for (const { key, value } of pairsOf(matrix)) {
		if (key.value === 'include' || key.value === 'exclude') { continue; }
		const choices = resolved(value)?.kind === 'seq'
			? itemsOf(value).map(item => valuesOf(file, key.value, item))
			: [new Map([[key.value, 'unknown' as const]])];
		rounds = rounds.flatMap(round => choices.map(choice => new Map([...round, ...choice])));
		if (rounds.length > most * 16) { return noRounds; }
	}
	const own = new Set(rounds.flatMap(round => [...round.keys()]));
	const excluded = itemsOf(valueOf(matrix, 'exclude')).map(item => entriesOf(file, item));
	rounds = rounds.filter(round => !excluded.some(entry => entry.size > 0 && agrees(round, entry, () => true)));
	if (own.size === 0) { rounds = []; }
	const original = rounds.length;
	for (const item of itemsOf(valueOf(matrix, 'include'))) {
		const entry = entriesOf(file, item);
		const fitting = rounds.slice(0, original).map((round, index) => ({ round, index })).filter(({ round }) => agrees(round, entry, name => own.has(name)));
		if (fitting.length === 0) { rounds.push(entry); continue; }
		for (const { round, index } of fitting) { rounds[index] = new Map([...round, ...entry]); }
	}
	return alike(rounds, mentioned);
}

type Round = ReadonlyMap<string, ShellVariable | 'unknown'>;

/** What one value of a key gives: itself, or all that is in a map, by dotted names. */
function valuesOf(file: string, name: string, node: YamlNode | undefined, depth = 0): Round {
	const found = resolved(node);
	if (found?.kind === 'map' && depth < 5) {
		return new Map(pairsOf(found).flatMap(({ key, value }) => [...valuesOf(file, `${name}.${key.value}`, value, depth + 1)]));
	}
	if (found?.kind !== 'scalar' || found.value.includes('${{')) { return new Map([[name, 'unknown']]); }
	return new Map([[name, { value: found.value, open: [], source: { file, span: found.span } }]]);
}

function entriesOf(file: string, node: YamlNode): Round {
	return new Map(pairsOf(asMap(node)).flatMap(({ key, value }) => [...valuesOf(file, key.value, value)]));
}

/** True when no name that `counts` has another value in the round. */
function agrees(round: Round, entry: Round, counts: (name: string) => boolean): boolean {
	return [...entry].every(([name, value]) => !counts(name) || textOf(round.get(name)) === textOf(value));
}

function textOf(variable: ShellVariable | 'unknown' | undefined): string | undefined {
	return variable === 'unknown' ? undefined : variable?.value;
}

function alike(rounds: readonly Round[], mentioned: ReadonlySet<string>): readonly MatrixRound[] {
	const found = new Map<string, MatrixRound>();
	for (const round of rounds) {
		const asked = [...round].map(([name, value]) => [`matrix.${name}`, value] as const).filter(([name]) => mentioned.has(name));
		found.set(asked.map(([name, value]) => `${name}=${textOf(value) ?? '?'}`).sort().join('\n'), new Map(asked));
	}
	return found.size === 0 || found.size > most ? noRounds : [...found.values()];
}
