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
	rangeOf(file: string, span: Span): Range;
	textOf(file: string): string | undefined;
}
