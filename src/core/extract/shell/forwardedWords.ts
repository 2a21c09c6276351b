const argumentsPattern = /(?:^|[\s;&|({!])"?\$\{?[@*]\}?"?(?=[\s;&|)}]|$)/;
const behindCommandStart = /(?:^|[\n;&|({!]|\b(?:if|elif|while|until|then|do|else|time|exec|eval|sudo|command)[ \t])[ \t]*"?\$\{?[@*]\}?"?(?=[\s;&|)}]|$)/;
const plainWords = /^[\w@%+=:,./ \t-]*$/;

/**
 * The words that a function puts in front of the arguments it hands on: `docker` for `{ docker "$@"; }`, none for one that runs its
 * arguments as a command, such as `retry`. `undefined` for all other functions. `body` is the function's body as written.
 */
export function forwardedWords(body: string): readonly string[] | undefined {
	if (body.length > 5000 || !argumentsPattern.test(body)) { return undefined; }
	const single = /^[{(]\s*([^\n;&|<>()]*?)[ \t]+"?\$\{?[@*]\}?"?\s*;?\s*[})]$/.exec(body)?.[1];
	if (single !== undefined && plainWords.test(single)) { return aliasWords(single); }
	return behindCommandStart.test(body) ? [] : undefined;
}

/** The words of an alias; `undefined` when it is more than words. */
export function aliasWords(value: string): readonly string[] | undefined {
	return plainWords.test(value) && value.trim() !== '' ? value.trim().split(/[ \t]+/) : undefined;
}
