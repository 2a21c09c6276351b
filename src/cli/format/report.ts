import type { Finding } from '../../core/model/index.ts';
import type { Range } from '../positions.ts';
import type { Span } from '../../core/model/index.ts';

/** All that a printer needs of one run. */
export interface CheckReport {
	/** By file, then position, then code. */
	readonly findings: readonly Finding[];
	readonly summary: {
		readonly files: number;
		readonly references: number;
		readonly lookups: number;
		readonly requests: number;
		readonly durationMs: number;
	};
	/** Those whose fix was applied, in that order; they are not among `findings`. */
	readonly fixed: readonly Finding[];
	/** No registry was to be asked. */
	readonly offline: boolean;
	/** Hosts that gave no answer, with the number of references that wait for each. */
	readonly notChecked: readonly { readonly host: string; readonly count: number; readonly reason: string }[];
	rangeOf(file: string, span: Span): Range;
	textOf(file: string): string | undefined;
}
