/**
 * Does a line only speak of a text: source code, a test's name, documentation, a command that looks for it?
 * `start` and `end` are the text's place in the line.
 */
export function isOnlyQuoted(line: string, start: number, end: number): boolean {
	if (ofOthers.test(line)) { return true; }
	const before = line.slice(0, start);
	if (betweenBackticks(before) && line.slice(end).includes('`') && !/^`[^`]*`$/.test(line)) { return true; }
	const call = inCall.exec(before);
	if (call && (call[1] !== undefined || !/(?:Error|Exception)$/.test(call[2]!))) { return true; }
	if (statement.test(line) && /["'`/][^"'`]*$/.test(before)) { return true; }
	if (comment.test(before)) { return true; }
	return spokenOf.test(before) && /^[^"“”]{0,40}["”»]/.test(line.slice(end));
}

/** Test reports, titles of changes, exceptions of a language's own, descriptions and rules in YAML. */
const ofOthers = /^(?:\s*[✓✔✗×✕●○] |(?:not )?ok \d+\b|=== (?:RUN|CONT|PAUSE)|--- (?:PASS|FAIL|SKIP)|(?:PASS|FAIL|SKIP)\s|\S{1,100}_test\.go:\d+:|[-*•]?\s*(?:fix|feat|docs|chore|refactor|perf)(?:\([\w./-]{1,60}\))?!?: |(?:Fix(?:es|ed)?|Close[sd]?|Refs?) #\d+|(?:Value|Type|Key|Assertion)Error: |- name: |(?:- )?(?:alert|expr|run|summary|title|description): |"(?:description|title|summary)": )|\s\.\.\. ok$|\{[^{}]{0,200}reason=~?"/;

/** A string that is given to a function: `errors.New("…`, `throw new Error('…`, but not `StoreError('…`, which is how Python prints one. */
const inCall = /(\b(?:new|raise|throw|return)\s+|errors\.)?([A-Za-z_][\w.]{0,80})\(\s*[fFrRbB@$]?["'`/][^"'`]{0,300}$/;

const statement = /^(?:export |public |private |static |final )*(?:const|let|var|val|if|elif|else|return|case|throw|raise|assert|func|fn|def|while|switch|when|grep|egrep|rg|echo|printf|sed|awk)\b/;

/** `says "`, `see "`: somebody tells of it. Tools that quote another's error say so with these words instead. */
const spokenOf = /(?<=[\p{L},])(?<!\b(?:error|errors|reason|message|msg|with|status|failed|returned|cause|err|daemon|response))\s["“„«][^"”“»]{0,60}$/u;

/** Behind code, or in a page. `# ` and `// ` at the begin of a line are how people paste output. */
const comment = /^(?:<!--|\/\*)|[^\s#]\s{1,20}(?:#|\/\/)\s[^"]{0,300}$/;

function betweenBackticks(before: string): boolean {
	let inside = false;
	for (const character of before) { if (character === '`') { inside = !inside; } }
	return inside;
}
