import { anyOf } from '../util/anyOf.ts';

/** Is the line of a kind in which a text is never said by a tool: a test's report, a list of changes, source code, data, a page? */
export function isOfOthers(line: string): boolean {
	return beginnings.test(line) || elsewhere.test(line);
}

const beginnings = anyOf(
	// Reports of tests
	/^\s*[✓✔✗×✕●○] /,
	/^(?:not )?ok \d+\b/,
	/^# Subtest: /,
	/^=== (?:RUN|CONT|PAUSE)/,
	/^--- (?:PASS|FAIL|SKIP)/,
	/^(?:PASS|FAIL|SKIP)\s/,
	/^\S{1,100}_test\.go:\d+:/,
	/^E\s{3,}\S/,
	/^\d{1,4}\) /,
	/^\d\d:\d\d \+\d+(?: [~-]\d+){0,2}: /,
	/^[Ee]xpected ["'`]/,
	/^(?:Value|Type|Key|Assertion)Error: /,
	/^(?:Feature|Scenario(?: Outline)?|Background|Examples?): /,
	/^(?:Given|When|Then|And|But) (?:I|an?|the)\b/,
	/^<\/?(?:test(?:case|suites?)|failure|skipped|system-(?:out|err)|property|li|p|td|th|dt|dd|code)\b/,
	// Lists of changes, of commits and of issues
	/^[-*+•] (?:\[[ x]\] )?(?:[\w./-]{1,40}: )?(?:[Aa]dd(?:ed|s)?|[Ff]ix(?:ed|es)?|[Ii]mprove[ds]?|[Cc]hange[ds]?|[Rr]emove[ds]?|[Hh]andle[ds]?|[Uu]pdate[ds]?)\b/,
	/^[-*+•] (?:\[[ x]\] )?(?:[\w./-]{1,40}: )?(?:[Bb]ump(?:ed|s)?|[Ss]upport(?:ed|s)?|[Ss]hows?|[Rr]etry|[Rr]etries|[Dd]ocument(?:ed|s)?|[Dd]eprecate[ds]?)\b/,
	/^[-*+•] (?:\[[ x]\] )?(?:[\w./-]{1,40}: )?(?:[Bb]etter|[Nn]o more|[Nn]o longer|[Dd]o not|[Dd]on't)\b/,
	/^[-*+•] [^\n]{1,400}\(#\d{1,7}\)/,
	/^[-*•]?\s*(?:fix|feat|docs|chore|refactor|perf)(?:\([\w./-]{1,60}\))?!?: /,
	/^(?:Fix(?:es|ed)?|Close[sd]?|Refs?) #\d+/,
	/^#\d+\s{2}/,
	/^[0-9a-f]{7,10} (?:[a-z]{2,12}(?:\([\w./-]{1,60}\))?!?: |[A-Z][a-z])/,
	// Found places, constants and remarks in source code
	/^[\w./-]{1,200}\.\w{1,8}:\d{1,7}:(?=[^\s\d])/,
	/^[\w.-]{0,100}\/[\w./-]{1,200}\.(?:[cm]?[jt]sx?|go|py|rs|java|kt|rb|c|cc|cpp|h|cs|php|swift|sh|md|po|json|ya?ml|html|tf):\d{1,7}:(?:\d{1,5}:)?(?!\s*(?:\w{1,20} )?(?:error|Error|fatal)\b)/,
	/^\w{1,60}: ['"`][^\n]{0,400}['"`],$/,
	/^(?:\w{1,20} ){0,3}[\w.]{1,80} (?:=|:=|=>) ['"`]/,
	/^(?:TODO|FIXME|XXX|HACK)\b/,
	// Pages: headings, tables, help for options; chats
	/^##+ /,
	/^\|[^\n]*\|$/,
	/^--?[a-z][\w-]{0,40}(?:[ =]\w{1,20})?\s{2}/,
	/^<[\w-]{1,32}> /,
	// Descriptions and rules in YAML and JSON
	/^- name: /,
	/^(?:- )?(?:alert|expr|run|summary|title|description|symptom|example|problem|question|hint|note|pattern|regex|match|subject|topic): /,
	/^"(?:description|title|summary)": /,
);

const elsewhere = anyOf(/\s\.\.\. ok$/, /\{[^{}]{0,200}reason=~?"/);
