import type { DockerfileArg, FileFacts, ImageUse } from '../../model/index.ts';
import { variableExpression, variableName } from './variableExpression.ts';

/** A variable of FROM, and the argument without default that leaves it empty: itself, or one that its default is made of. */
export interface EmptyArgument {
	readonly variable: string;
	readonly arg: DockerfileArg;
}

/** The first argument before the first FROM that nobody gives a value, and that leaves the name open or broken; `undefined` for other uses. */
export function emptyArgument(use: ImageUse, { dockerfile, text }: FileFacts): EmptyArgument | undefined {
	if (!dockerfile || (use.kind !== 'from' && use.kind !== 'onbuild-from') || (use.class !== 'variable' && use.class !== 'invalid')) { return undefined; }
	const declared = dockerfile.args.filter(({ stage }) => stage === -1);
	const emptyIn = (name: string, before: number): DockerfileArg | undefined => {
		const index = declared.findLastIndex((arg, at) => at < before && arg.name === name);
		const arg = declared[index];
		if (!arg?.value) { return arg; }
		const written = text.slice(arg.valueSpan?.start, arg.valueSpan?.end);
		return [...written.matchAll(variableExpression)].reduce<DockerfileArg | undefined>(
			(found, match) => found ?? (match.groups?.['operator'] === undefined ? emptyIn(variableName(match) ?? '', index) : undefined),
			undefined,
		);
	};
	for (const { name, value, origin } of use.variables) {
		const arg = value === undefined || value === '' || origin === 'arg' ? emptyIn(name, declared.length) : undefined;
		if (arg) { return { variable: name, arg }; }
	}
	return undefined;
}
