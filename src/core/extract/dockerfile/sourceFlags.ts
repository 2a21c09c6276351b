import type { Span, UseKind } from '../../model/index.ts';
import type { LexedWord } from './expandWord.ts';
import { readFlags } from './readFlags.ts';
import { readMountFrom } from './readMount.ts';
import { headOf, type RawInstruction } from './scanInstructions.ts';

/** A place outside of FROM that names an image or a stage. */
export interface SourceFlag {
	readonly kind: UseKind;
	/** In the joined line. */
	readonly span: Span;
	readonly word: LexedWord;
	/** A number there is the index of a stage. */
	readonly index: boolean;
}

/** `COPY --from`, `ADD --from`, every `RUN --mount=…,from=`, and the same as triggers of ONBUILD. */
export function sourceFlags(raw: RawInstruction, escape: string): SourceFlag[] {
	if (!raw.line.text.includes('--')) { return []; }
	if (raw.keyword !== 'onbuild') { return flagsOf(raw, raw.line.text, escape, ''); }
	const { rest } = readFlags(raw.line.text, raw.argsStart, raw.argsEnd, escape);
	return flagsOf(headOf(raw.line, rest, raw.argsEnd), raw.line.text, escape, 'onbuild-');
}

type Head = Pick<RawInstruction, 'keyword' | 'argsStart' | 'argsEnd'>;

function flagsOf({ keyword, argsStart, argsEnd }: Head, text: string, escape: string, prefix: '' | 'onbuild-'): SourceFlag[] {
	if (keyword === 'copy' || keyword === 'add') {
		const from = readFlags(text, argsStart, argsEnd, escape).flags.find(({ name }) => name === 'from');
		if (!from?.value) { return []; }
		return [{ kind: `${prefix}copy-from`, span: from.span, word: { value: from.value, origins: from.origins }, index: true }];
	}
	if (keyword !== 'run') { return []; }
	return readFlags(text, argsStart, argsEnd, escape).flags.filter(({ name }) => name === 'mount').flatMap(mount => {
		const word = readMountFrom(mount);
		if (!word) { return []; }
		const span = { start: word.origins[0]!, end: word.origins.at(-1)! + 1 };
		return [{ kind: `${prefix}run-mount-from` as const, span, word, index: false }];
	});
}
