import { normaliseLine } from './normaliseLine.ts';

/** A line of a Dockerfile that BuildKit points at: `Dockerfile:3`. */
export interface Frame {
	/** As BuildKit prints it, often only the file's name. */
	readonly file: string;
	/** From 1. */
	readonly line: number;
}

/** The heading that BuildKit prints above the lines which failed; nothing for any other line. Cheap: called for every line of a log. */
export function frameIn(raw: string): Frame | undefined {
	if (raw.length > 500 || !/(?:ockerfile|ontainerfile)\S{0,200}:\d{1,6}\s*$/.test(raw)) { return undefined; }
	const found = /^(?<file>[^\s:]{1,300}):(?<line>\d{1,6})$/.exec(normaliseLine(raw))?.groups;
	return found && { file: found['file']!, line: Number(found['line']) };
}

/** The service or target that a line of Compose or bake is about. */
export function serviceIn(line: string): string | undefined {
	const found = /\bService '(?<a>[\w.-]{1,100})' failed|^target (?<b>[\w.-]{1,100}): |^[✘⠿!x-] (?:Image )?(?<c>[\w.-]{1,100}) (?:Error|Warning)\b|\bservice "(?<d>[\w.-]{1,100})"|\bservices\.(?<e>[\w-]{1,100})\./.exec(line)?.groups;
	return found?.['a'] ?? found?.['b'] ?? found?.['c'] ?? found?.['d'] ?? found?.['e'];
}
