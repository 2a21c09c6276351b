import type { DockerfileArg, Span } from '../../model/index.ts';
import { expandWord, type Environment, type EnvironmentEntry } from './expandWord.ts';
import type { GlobalScope } from './globalEnvironment.ts';
import type { LogicalLine } from './logicalLine.ts';
import type { Source } from './source.ts';

/** An ARG with the line and stage it stands in; spans are in the line. */
export interface PlacedArg {
	readonly name: string;
	readonly nameSpan: Span;
	readonly valueSpan: Span | undefined;
	readonly line: LogicalLine;
	/** -1 before the first FROM. */
	readonly stage: number;
}

/** All ARGs with their values; in a stage one without default has the global one's value, as BuildKit hands it down. */
export function argFacts(args: readonly PlacedArg[], scope: GlobalScope, escape: string, source: Source): DockerfileArg[] {
	let own = new Map<string, EnvironmentEntry>();
	let current = -1;
	return args.map(({ name, nameSpan, valueSpan, line, stage }, index) => {
		if (stage !== current) { own = new Map(); current = stage; }
		const environment: Environment = each => own.get(each) ?? scope.environment(each);
		const written = stage === -1 ? scope.defaults[index] : valueSpan && expandWord(line.text, valueSpan, escape, environment).value;
		const value = written ?? (stage === -1 ? undefined : scope.environment(name)?.value);
		if (value !== undefined) { own.set(name, { value, origin: 'arg' }); }
		return {
			name,
			nameSpan: source.span(line, nameSpan),
			...(value !== undefined && { value }),
			...(valueSpan && { valueSpan: source.span(line, valueSpan) }),
			stage,
		};
	});
}
