/**
 * Does the text from `start` to `end` stand in a string of source code or of data: `"input": "…"`, `want: '…'`, `["…", "…"]`, `12,"…"`?
 * What tools quote stands behind a name of a message, such as `error=` or `"reason": `, or behind a sentence.
 */
export function isLiteral(line: string, start: number, end: number): boolean {
	const opened = opening.exec(line.slice(0, start));
	if (!opened) { return false; }
	const rest = line.slice(end);
	const closing = rest.indexOf(opened[1]!);
	if (closing === -1) { return false; }
	const head = line.slice(0, opened.index).trimEnd();
	const after = rest.slice(closing + 1);
	if (/^\s*:/.test(after) && /^["'][\w.-]+["']\s*:/.test(line.slice(opened.index))) { return true; }
	if (head === '') { return /^\s*[,;)\]}+]/.test(after); }
	if (/(?:[!=]=|=~|^[-+]|^[\w-]{1,40},)$/.test(head)) { return true; }
	if (/(?:[[{]|["'],)$/.test(head)) { return !/(?:errors?|messages?|reasons?)["']?\s?[:=]\s?\[$/i.test(head); }
	const key = keyed.exec(head);
	return key !== null && !isNameOfMessage(key[1]!);
}

/** Do people and tools call what a program said so? `stoppedReason`, `err`, `last_message`. */
export function isNameOfMessage(name: string): boolean {
	return /(?:err|errors?|msg|messages?|reason|desc|description|cause|code|details?|output|out|logs?|status|text|stream|stdout|stderr|warn|warning|failure|failed|exception|body|response|event|info|result|content|fatal|trace|state)$/i.test(name);
}

/** The quote before the text that is not closed yet. */
const opening = /(?<=^|[\s([{,=:>+|])[bfr@$]?(["'])[^"'`]{0,200}$/;

/** A name at the begin of a line or of a list's member, with what stands between it and its value. */
const keyed = /(?:^|[{,(])\s{0,80}(?:- )?["']?([\w$.-]{1,60}(?: [\w-]{1,40}){0,3})["']?\s{0,20}(?::=|=>|={1,3}|!==?|:)$/;
