import type { Span, UseKind } from '../../model/index.ts';
import type { LexedWord } from './expandWord.ts';
import { readFlags } from './readFlags.ts';
import { readMountFrom } from './readMount.ts';
import { triggerHead, type InstructionHead } from './instructionHead.ts';
import { originAt } from './origins.ts';
import type { RawInstruction } from './scanInstructions.ts';

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
export function sourceFlags({ head, line: { text } }: RawInstruction, escape: string): readonly SourceFlag[] {
	if (head.keyword !== 'onbuild') { return flagsOf(head, text, escape, ''); }
	return flagsOf(triggerHead(head, text, escape), text, escape, 'onbuild-');
}

const none: readonly SourceFlag[] = [];

/** False for an instruction that surely names none: no flag begins its arguments. */
export function mayNameSource({ head: { keyword, argsStart }, line: { text } }: RawInstruction): boolean {
	return keyword === 'onbuild' || text.startsWith('--', argsStart);
}

function flagsOf({ keyword, argsStart, argsEnd }: InstructionHead, text: string, escape: string, prefix: '' | 'onbuild-'): readonly SourceFlag[] {
	if (!text.startsWith('--', argsStart)) { return none; }
	if (keyword === 'copy' || keyword === 'add') {
		const from = readFlags(text, argsStart, argsEnd, escape).flags.find(({ name }) => name === 'from');
		if (!from?.value) { return none; }
		return [{ kind: `${prefix}copy-from`, span: from.span, word: { value: from.value, origins: from.origins }, index: true }];
	}
	if (keyword !== 'run') { return none; }
	return readFlags(text, argsStart, argsEnd, escape).flags.filter(({ name }) => name === 'mount').flatMap(mount => {
		const word = readMountFrom(mount);
		if (!word) { return []; }
		const span = { start: originAt(word.origins, 0), end: originAt(word.origins, word.value.length - 1) + 1 };
		return [{ kind: `${prefix}run-mount-from` as const, span, word, index: false }];
	});
}
