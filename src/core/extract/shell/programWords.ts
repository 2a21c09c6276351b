import { TextMapBuilder } from '../../util/textMap.ts';
import type { ShellScope, ShellVariable } from './shellScope.ts';
import type { ShellWord } from './shellWord.ts';
import { mayCallTool } from './tools/index.ts';

const called = /(?:^|[\n;&|({`@-])[ \t]*"?\$\{?([A-Za-z_]\w*)\}?"?[ \t]/g;
const words = /(?:\$\([^()]*\)|\$\{[^{}]*\}|"[^"]*"|'[^']*'|\S)+/g;

/** The words of `$DOCKER_RUN` where its value calls a tool but is known only in part: `docker run -v $PWD:/w`, `$BIN/kind`. `undefined` for all other words. */
export function programWords(word: ShellWord, scope: ShellScope): readonly ShellWord[] | undefined {
	return partlyKnownWords(word, scope, mayCallTool);
}

/** The words of `$OPTS` where its value begins with a flag but is known only in part: `-v $PWD:/w`. `undefined` for all other words. */
export function flagWords(word: ShellWord, scope: ShellScope): readonly ShellWord[] | undefined {
	return partlyKnownWords(word, scope, first => first.startsWith('-'));
}

function partlyKnownWords(
	{ span, map, open, openSpans, quoted }: ShellWord, scope: ShellScope, begins: (first: string) => boolean,
): readonly ShellWord[] | undefined {
	if (open.length !== 1 || quoted.length > 0 || openSpans[0]!.start !== 0 || openSpans[0]!.end !== map.text.length) { return undefined; }
	const variable = partlyKnown(scope.get(open[0]!), begins);
	if (!variable) { return undefined; }
	return [...variable.value.matchAll(words)].map(([text]): ShellWord => {
		const isOpen = /[$`]/.test(text);
		const bare = text.replace(/["']/g, '');
		return {
			span, map: new TextMapBuilder()
				.replaced(bare, span.start, span.end)
				.build(), variables: [], environmentDependent: false, quoted: [],
			open: isOpen ? [text] : [], openSpans: isOpen ? [{ start: 0, end: /\/[\w.-]+$/.exec(bare)?.index ?? bare.length }] : [],
		};
	});
}

/** True for a text that calls what a variable known before holds. */
export function callsKnownTool(text: string, scope: ShellScope): boolean {
	if (!text.includes('$')) { return false; }
	return [...text.matchAll(called)].some(match => {
		const variable = scope.get(match[1]!);
		return variable !== undefined && variable !== 'unknown' && mayCallTool(variable.value);
	});
}

function partlyKnown(variable: ShellVariable | 'unknown' | undefined, begins: (first: string) => boolean): ShellVariable | undefined {
	return variable
		&& variable !== 'unknown'
		&& variable.open.length > 0
		&& !variable.choices
		&& /[\s/]/.test(variable.value)
		&& begins(variable.value.split(/\s/)[0]!)
		? variable
		: undefined;
}
