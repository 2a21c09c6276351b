import { LexError, ShellLexer } from './shellLexer.ts';

/** A heredoc that an instruction announces. */
export interface Heredoc {
	/** The line that ends it, quotes removed. */
	readonly name: string;
	/** `<<-`: tabs in front of the end are ignored. */
	readonly chomp: boolean;
}

/**
 * The heredocs of a RUN, COPY or ADD line, in order (`heredocsFromLine` of BuildKit's parser): `<<EOF`, `<<-EOF`, `<< EOF`, `<<'E O F'`, `3<<EOF`;
 * none when the line cannot be split into words.
 */
export function heredocsOf(line: string): Heredoc[] {
	const found: Heredoc[] = [];
	for (const word of words(line, true) ?? []) {
		const opening = /^[0-9]*<<(-?)/.exec(word);
		const rest = opening && word.slice(opening[0].length).replace(/^[\t\n\f\r ]+/, '');
		if (!rest || rest.includes('<')) { continue; }
		const name = words(rest, false);
		if (name?.length === 1) { found.push({ name: name[0]!, chomp: opening[1] === '-' }); }
	}
	return found;
}

function words(text: string, raw: boolean): string[] | undefined {
	const lexer = new ShellLexer(text, 0, text.length, {
		escape: '\\', environment: () => undefined, skipUnset: true, wordsOnly: true, rawQuotes: raw, rawEscapes: raw,
	});
	try {
		lexer.run();
		return lexer.words;
	} catch (error) {
		if (!(error instanceof LexError)) { throw error; }
		return undefined;
	}
}
