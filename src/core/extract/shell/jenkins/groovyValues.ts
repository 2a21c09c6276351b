import type { CommandEnvironment } from '../../../model/index.ts';
import { exportedVariable } from '../exportedVariable.ts';
import type { ShellVariable } from '../shellScope.ts';
import { dollarSyntax, textWord } from '../textWord.ts';
import { groovyMap, groovyName } from './groovyMap.ts';
import type { GroovyToken } from './groovyTokens.ts';

/** What the names of a Jenkinsfile stand for. */
export interface GroovyValues {
	/** For the shell reader: what Groovy fills in by {@link groovyName}, the environment by its own names. */
	readonly values: ReadonlyMap<string, ShellVariable | 'unknown'>;
	/** What commands get to see of them, wherever in the file it is set. */
	readonly environment: readonly CommandEnvironment[];
}

/** Tokens of a list of variables that are looked at. */
const longestList = 200;

/**
 * Variables that are set to a string: `def X = '…'`, `X = '…'` of `environment`, `env.X = '…'`, `withEnv(['X=…'])`, and the defaults of
 * parameters. What is set twice is unknown.
 */
export function groovyValues(file: string, tokens: readonly GroovyToken[]): GroovyValues {
	const values = new Map<string, ShellVariable | 'unknown'>();
	const handed = new Set<string>();
	const set = (name: string, token: GroovyToken | undefined, inEnvironment: boolean, environmentDependent = false): void => {
		const word = token && textWord(groovyMap(token), dollarSyntax(each => values.get(each)));
		const known: ShellVariable | 'unknown' = word && word.open.length === 0
			? { value: word.map.text, open: [], source: { file, span: token.inner }, ...(environmentDependent && { environmentDependent }) } : 'unknown';
		if (inEnvironment) { handed.add(name); }
		for (const each of inEnvironment ? [name, groovyName(name)] : [groovyName(name)]) { values.set(each, values.has(each) ? 'unknown' : known); }
	};
	const blocks: string[] = [];
	tokens.forEach((token, index) => {
		const before = tokens[index - 1];
		if (token.text === '{' && token.kind === 'sign') { blocks.push(before?.text ?? ''); return; }
		if (token.text === '}' && token.kind === 'sign') { blocks.pop(); return; }
		const value = tokens[index + 2];
		if (token.kind === 'word' && isSign(tokens[index + 1], '=') && !isSign(value, '=') && !isSign(value, '~')) {
			const ofEnvironment = blocks.at(-1) === 'environment' || (isSign(before, '.') && tokens[index - 2]?.text === 'env');
			if (isSign(before, '.') && !ofEnvironment) { return; }
			set(token.text, value?.kind === 'string' && endsThere(tokens, index + 2) ? value : undefined, ofEnvironment);
		}
		if (token.text === 'withEnv') {
			for (let at = index + 1; at < Math.min(tokens.length, index + longestList) && !isSign(tokens[at], ']'); at++) {
				const each = tokens[at]!;
				const head = each.kind === 'string' && isEntryStart(tokens[at - 1]) ? /^([A-Za-z_]\w*)=/.exec(each.text) : null;
				if (head) {
					set(
						head[1]!,
						endsThere(tokens, at)
							? { ...each, text: each.text.slice(head[0].length), inner: { start: each.inner.start + head[0].length, end: each.inner.end } }
							: undefined,
						true,
					);
				}
			}
		}
		if (token.text === 'defaultValue' && isSign(tokens[index + 1], ':') && value?.kind === 'string') {
			const name = tokens
				.slice(Math.max(0, index - 12), index + 12)
				.findLast((each, at, near) => each.kind === 'string' && isSign(near[at - 1], ':') && near[at - 2]?.text === 'name');
			if (name) { set(name.text, value, true, true); }
		}
	});
	return { values, environment: [...handed].map(name => exportedVariable(name, values.get(name))) };
}

/** True when nothing goes on behind a string: no `+`, no call. */
function endsThere(tokens: readonly GroovyToken[], index: number): boolean {
	const next = tokens[index + 1];
	return !next || !['+', '.', '?', '['].includes(next.text) || next.kind !== 'sign';
}

function isEntryStart(token: GroovyToken | undefined): boolean {
	return isSign(token, '[') || isSign(token, ',');
}

function isSign(token: GroovyToken | undefined, text: string): boolean {
	return token?.kind === 'sign' && token.text === text;
}
