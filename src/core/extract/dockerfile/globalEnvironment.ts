import type { VariableUse } from '../../model/index.ts';
import { expandWord, type Environment, type EnvironmentEntry, type UsedVariable } from './expandWord.ts';
import type { PlacedArg } from './argFacts.ts';
import type { LogicalLine } from './logicalLine.ts';
import type { Scenario } from './scenario.ts';
import type { Source } from './source.ts';

/** What FROM lines see: the ARGs before the first FROM and the predefined platform arguments. */
export interface GlobalScope {
	readonly environment: Environment;
	/** The defaults after expansion, in the order of the declarations; `undefined` where none is written. */
	readonly defaults: readonly (string | undefined)[];
	/** A variable of a word as it is told to others. */
	describe(variable: UsedVariable, line: LogicalLine): VariableUse;
}

/** `defaultArgs` and `buildMetaArgs` of BuildKit for one scenario; `stage` is what TARGETSTAGE names without a target. */
export function globalScope(declared: readonly PlacedArg[], scenario: Scenario, stage: string, escape: string, source: Source): GlobalScope {
	const values = new Map<string, EnvironmentEntry>();
	const predefined = scenario.platform === undefined ? ownPlatform : platformArguments(scenario.platform);
	const environment: Environment = name => {
		const value = values.get(name) ?? predefined.get(name);
		if (value) {
			// An argument of the caller takes the place of a predefined one, declared or not.
			const given = scenario.args.size > 0 && value.origin === 'platform' ? scenario.args.get(name) : undefined;
			return given ? givenEntry(given) : value;
		}
		return name === 'TARGETSTAGE' ? { value: scenario.target ?? stage, origin: 'platform' } : undefined;
	};
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

const machine = 'linux/amd64';
const ownPlatform = platformArguments(undefined);

/** The predefined arguments; those of the machine, and of a target that nobody named, differ elsewhere. */
function platformArguments(target: string | undefined): ReadonlyMap<string, EnvironmentEntry> {
	const values = new Map<string, EnvironmentEntry>();
	for (const [prefix, platform, dependent] of [['BUILD', machine, true], ['TARGET', target ?? machine, target === undefined]] as const) {
		const [os = '', architecture = '', variant = ''] = platform.split('/');
		for (const [suffix, value] of [['PLATFORM', platform], ['OS', os], ['OSVERSION', ''], ['ARCH', architecture], ['VARIANT', variant]] as const) {
			values.set(prefix + suffix, { value, origin: 'platform', ...(dependent && { dependent }) });
		}
	}
	return values;
}
