import type { VariableUse } from '../../model/index.ts';
import { expandWord, type Environment, type EnvironmentEntry, type UsedVariable } from './expandWord.ts';
import type { LogicalLine } from './logicalLine.ts';
import type { ArgWord } from './readArgs.ts';
import type { Scenario } from './scenario.ts';
import type { Source } from './source.ts';

/** An ARG with the line it stands in. */
export interface DeclaredArg extends ArgWord {
	readonly line: LogicalLine;
}

/** What FROM lines see: the ARGs before the first FROM and the predefined platform arguments. */
export interface GlobalScope {
	readonly environment: Environment;
	/** The defaults after expansion, in the order of the declarations; `undefined` where none is written. */
	readonly defaults: readonly (string | undefined)[];
	/** A variable of a word as it is told to others. */
	describe(variable: UsedVariable, line: LogicalLine): VariableUse;
}

/** `defaultArgs` and `buildMetaArgs` of BuildKit for one scenario; `stage` is what TARGETSTAGE names without a target. */
export function globalScope(declared: readonly DeclaredArg[], scenario: Scenario, stage: string, escape: string, source: Source): GlobalScope {
	const values = platformArguments(scenario, stage);
	const environment: Environment = name => values.get(name);
	const defaults: (string | undefined)[] = [];
	const places = new Map<string, NonNullable<VariableUse['source']>>();
	for (const { name, nameSpan, valueSpan, line } of declared) {
		const place = { file: source.file, span: source.span(line, valueSpan && valueSpan.end > valueSpan.start ? valueSpan : nameSpan) };
		places.set(name, place);
		const word = valueSpan && expandWord(line.text, valueSpan, escape, environment);
		defaults.push(word?.value);
		const given = scenario.args.get(name);
		if (given) {
			values.set(name, givenEntry(given));
		} else if (word) {
			const dependent = word.variables.some(({ entry }) => entry?.dependent);
			values.set(name, { value: word.value, source: place, origin: 'arg', ...(dependent && { dependent }) });
		}
	}
	return {
		environment,
		defaults,
		describe: ({ name, entry, substitute }, line) => {
			if (substitute) {
				return { name, value: substitute.value, origin: 'default', source: { file: source.file, span: source.span(line, substitute.span) } };
			}
			if (entry) { return { name, value: entry.value, origin: entry.origin, ...(entry.source && { source: entry.source }) }; }
			const place = places.get(name);
			return { name, ...(place && { source: place, origin: 'arg' as const }) };
		},
	};
}

function givenEntry({ value, source }: VariableUse): EnvironmentEntry {
	return { value: value ?? '', origin: 'build-arg', ...(source && { source }) };
}

function platformArguments({ platform, target, args }: Scenario, stage: string): Map<string, EnvironmentEntry> {
	const own = split('linux/amd64');
	const wanted = split(platform ?? 'linux/amd64');
	const values = new Map<string, EnvironmentEntry>();
	for (const [prefix, { name, os, architecture, variant }, dependent] of [['BUILD', own, true], ['TARGET', wanted, platform === undefined]] as const) {
		for (const [suffix, value] of [['PLATFORM', name], ['OS', os], ['OSVERSION', ''], ['ARCH', architecture], ['VARIANT', variant]] as const) {
			values.set(prefix + suffix, { value, origin: 'platform', ...(dependent && { dependent }) });
		}
	}
	values.set('TARGETSTAGE', { value: target ?? stage, origin: 'platform' });
	for (const [name, given] of args) {
		if (values.has(name)) { values.set(name, givenEntry(given)); }
	}
	return values;
}

function split(name: string): { name: string; os: string; architecture: string; variant: string } {
	const [os = '', architecture = '', variant = ''] = name.split('/');
	return { name, os, architecture, variant };
}
