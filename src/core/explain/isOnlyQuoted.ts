import { isLiteral } from './isLiteral.ts';

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
	if (comment.test(before) || isLiteral(line, start, end) || /\|\s*(?:grep|egrep|rg)\b/.test(before)) { return true; }
	if (told.test(line) && !said.test(line)) { return true; }
	if (ofTool.test(before)) { return false; }
	return spokenOf.test(before) && /^[^"“”]{0,40}["”»]/.test(line.slice(end)) || /["“„«][^"”“»]{0,60}$/.test(before) && toldAfter.test(line.slice(end));
}

/** Somebody tells what others see: documentation, a post, a letter. */
const told = /^(?:#|\/\/) [^\n]{1,400} means\b|\b(?:[Ii]f (?:you|it|docker|the \w+) (?:see|get|say|print|fail|answer)s?|[Ww]hen(?:ever)? you|you(?:'ll| will| might| may| can)? (?:see|get)|[Ww]e (?:saw|see|got|get|had|hit)|(?:[Oo]ur|[Mm]y|I) [a-z]\w*|people (?:see|get|meet)|the error ["“„'`]|(?:this|it|which|that) (?:simply |usually |just |only )?means|means that|(?:errors?|messages?) (?:like|such as))\b|(?:the )?(?:error|message) ["“„'`][^"”“'`]{1,200}["”'`] (?:when|if|means|is|appears|shows|comes|says)\b/;

/** How a tool's own message begins or ends, also where it speaks to people. */
const said = /^(?:ERROR|Error|error|FATA|fatal|Warning|WARNING|denied|unauthorized|toomanyrequests)\b[^"“„'`]{0,3}|Error response from daemon/;

/** A tool tells of a request and quotes the answer. */
const ofTool = /\/v2\/[^"\s]{0,400}"?: |docker:\/\/\S{1,300}: |^(?:docker: )?Error response from daemon: /;

/** What goes on in prose behind a closing quote. */
const toldAfter = /^[^"“”]{0,200}["”»][,?!]? (?:when|if|means|is|are|was|were|appears?|shows up|comes|usually|because|it|you|we|then|which|that|wenn|bedeutet|erscheint|fehlt)\b/;

/** Test reports, titles and lists of changes, tables, found places in source code, constants, chats, exceptions of a language's own, descriptions and rules in YAML. */
const ofOthers = /^(?:\s*[✓✔✗×✕●○] |##+ |\d\d:\d\d \+\d+(?: [~-]\d+){0,2}: |[Ee]xpected ["'`]|--?[a-z][\w-]{0,40}(?:[ =]\w{1,20})?\s{2}|# Subtest: |#\d+\s{2}|[\w./-]{1,200}\.\w{1,8}:\d{1,7}:(?=[^\s\d])|E\s{3,}\S|(?:Feature|Scenario(?: Outline)?|Background|Examples?): |(?:Given|When|Then|And|But) (?:I|an?|the)\b|(?:TODO|FIXME|XXX|HACK)\b|<[\w-]{1,32}> |[-*+•] [^\n]{1,400}\(#\d{1,7}\)|\|[^\n]*\|$|[\w.-]{0,100}\/[\w./-]{1,200}\.(?:[cm]?[jt]sx?|go|py|rs|java|kt|rb|c|cc|cpp|h|cs|php|swift|sh|md|po|json|ya?ml|html|tf):\d{1,7}:(?:\d{1,5}:)?(?!\s*(?:\w{1,20} )?(?:error|Error|fatal)\b)|\w{1,60}: ['"`][^\n]{0,400}['"`],$|(?:\w{1,20} ){0,3}[\w.]{1,80} (?:=|:=|=>) ['"`]|<\/?(?:test(?:case|suites?)|failure|skipped|system-(?:out|err)|property|li|p|td|th|dt|dd|code)\b|[-*+•] (?:\[[ x]\] )?(?:[\w./-]{1,40}: )?(?:[Aa]dd(?:ed|s)?|[Ff]ix(?:ed|es)?|[Ii]mprove[ds]?|[Cc]hange[ds]?|[Rr]emove[ds]?|[Hh]andle[ds]?|[Uu]pdate[ds]?|[Bb]ump(?:ed|s)?|[Ss]upport(?:ed|s)?|[Ss]hows?|[Bb]etter|[Rr]etry|[Rr]etries|[Dd]ocument(?:ed|s)?|[Dd]eprecate[ds]?|[Nn]o more|[Nn]o longer|[Dd]o not|[Dd]on't)\b|(?:not )?ok \d+\b|=== (?:RUN|CONT|PAUSE)|--- (?:PASS|FAIL|SKIP)|(?:PASS|FAIL|SKIP)\s|\S{1,100}_test\.go:\d+:|[-*•]?\s*(?:fix|feat|docs|chore|refactor|perf)(?:\([\w./-]{1,60}\))?!?: |(?:Fix(?:es|ed)?|Close[sd]?|Refs?) #\d+|\d{1,4}\) |[0-9a-f]{7,10} (?:[a-z]{2,12}(?:\([\w./-]{1,60}\))?!?: |[A-Z][a-z])|(?:Value|Type|Key|Assertion)Error: |- name: |(?:- )?(?:alert|expr|run|summary|title|description|symptom|example|problem|question|hint|note|pattern|regex|match|subject|topic): |"(?:description|title|summary)": )|\s\.\.\. ok$|\{[^{}]{0,200}reason=~?"/;

/** A string that is given to a function: `errors.New("…`, `throw new Error('…`, but not `StoreError('…`, which is how Python prints one. */
const inCall = /(\b(?:new|raise|throw|return)\s+|errors\.)?([A-Za-z_][\w.]{0,80})\(\s*[fFrRbB@$]?["'`/][^"'`]{0,300}$/;

const statement = /^(?:export |public |private |static |final )*(?:const|let|var|val|if|elif|else|return|case|throw|raise|assert|INSERT INTO|func|fn|def|while|switch|when|grep|egrep|rg|echo|printf|sed|awk)\b/;

/** `says "`, `see "`: somebody tells of it. Tools that quote another's error say so with these words instead. */
const spokenOf = /(?<=[\p{L},])(?<!\b(?:error|errors|reason|message|msg|with|status|failed|returned|cause|err|daemon|response|option|field|type|platform|host|image|tag|repository|manifest|flag|driver|reference))\s["“„«][^"”“»]{0,60}$/u;

/** Behind code, or in a page. `# ` and `// ` at the begin of a line are how people paste output. */
const comment = /^(?:<!--|\/\*)|[^\s#]\s{1,20}(?:#|\/\/)\s[^"]{0,300}$/;

function betweenBackticks(before: string): boolean {
	let inside = false;
	for (const character of before) { if (character === '`') { inside = !inside; } }
	return inside;
}
