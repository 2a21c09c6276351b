import { choiceRounds } from './choices.ts';
import type { SimpleCommand } from './scriptWalker.ts';
import { builtins, declarations } from './shellBuiltins.ts';
import { templateName } from './shellSource.ts';

/** Reads a command that names variables with one of several values once for each way they can go together. */
export function readInRounds(command: SimpleCommand, read: (command: SimpleCommand) => void): void {
	const { scope, name } = command;
	const rounds = choiceRounds(namesIn(command), each => scope.get(each));
	if (!rounds) { read(command); return; }
	const ways = rounds.map(({ values, when }) => {
		const copy = scope.copy();
		for (const [each, value] of values) { copy.set(each, value); }
		read({ ...command, scope: copy });
		return { scope: copy, when };
	});
	if (name && !declarations.has(name.text) && !builtins.has(name.text) && !scope.functions.has(name.text)) { return; }
	scope.join(ways);
	scope.environment = ways.at(-1)!.scope.environment;
}

/** Variables and expressions that a command is written with. */
function namesIn({ name, prefix, words, source }: SimpleCommand): readonly string[] {
	const start = prefix[0]?.pos ?? name?.pos ?? 0;
	const end = words.at(-1)?.end ?? name?.end ?? prefix.at(-1)?.end ?? start;
	const written = source.map.text.slice(start, end);
	if (!written.includes('$') && !written.includes('<<')) { return noNames; }
	return [...written.matchAll(/\$\{?([A-Za-z_]\w*)|\$\{\{[^]*?\}\}|<<[^<>]*>>/g)].map(match => match[1] ?? templateName(match[0]));
}

const noNames: readonly string[] = [];
