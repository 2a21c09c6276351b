import { anyOf } from '../util/anyOf.ts';
import { isLiteral } from './isLiteral.ts';
import { isOfOthers } from './isOfOthers.ts';

/**
 * Does a line only speak of a text: source code, a test's name, documentation, a command that looks for it?
 * `start` and `end` are the text's place in the line.
 */
export function isOnlyQuoted(line: string, start: number, end: number): boolean {
	if (isOfOthers(line)) { return true; }
	const before = line.slice(0, start);
	if (betweenBackticks(before) && line.slice(end).includes('`') && !/^`[^`]*`$/.test(line)) { return true; }
	const call = inCall.exec(before);
	if (call && (call[1] !== undefined || !/(?:Error|Exception)$/.test(call[2]!))) { return true; }
	if (statement.test(line) && /["'`/][^"'`]*$/.test(before)) { return true; }
	if (comment.test(before) || isLiteral(line, start, end) || /\|\s*(?:grep|egrep|rg)\b/.test(before)) { return true; }
	if (told.test(line) && !said.test(line)) { return true; }
	if (ofTool.test(before) || line.slice(start, end).includes('"')) { return false; }
	return spokenOf.test(before) && /^[^"“”]{0,40}["”»]/.test(line.slice(end)) || /["“„«][^"”“»]{0,60}$/.test(before) && toldAfter.test(line.slice(end));
}

/** Somebody tells what others see: documentation, a post, a letter. */
const told = anyOf(
	/^(?:#|\/\/) [^\n]{1,400} means\b/,
	/\b[Ii]f (?:you|it|docker|the \w+) (?:see|get|say|print|fail|answer)s?\b/,
	/\b[Ww]hen(?:ever)? you\b/,
	/\byou(?:'ll| will| might| may| can)? (?:see|get)\b/,
	/\b[Ww]e (?:saw|see|got|get|had|hit)\b/,
	/\b(?:[Oo]ur|[Mm]y|I) [a-z]\w*\b/,
	/\bpeople (?:see|get|meet)\b/,
	/\bthe error ["“„'`]\b/,
	/\b(?:this|it|which|that) (?:simply |usually |just |only )?means\b/,
	/\bmeans that\b/,
	/\b(?:errors?|messages?) (?:like|such as)\b/,
	/(?:the )?(?:error|message) ["“„'`][^"”“'`]{1,200}["”'`] (?:when|if|means|is|appears|shows|comes|says)\b/,
);

/** How a tool's own message begins or ends, also where it speaks to people. */
const said = /^(?:ERROR|Error|error|FATA|fatal|Warning|WARNING|denied|unauthorized|toomanyrequests)\b[^"“„'`]{0,3}|Error response from daemon/;

/** A tool tells of a request and quotes the answer. */
const ofTool = /\/v2\/[^"\s]{0,400}"?: |docker:\/\/\S{1,300}: |^(?:docker: )?Error response from daemon: /;

/** What goes on in prose behind a closing quote. */
const toldAfter = /^[^"“”]{0,200}["”»][,?!]? (?:when|if|means|is|are|was|were|appears?|shows up|comes|usually|because|it|you|we|then|which|that|wenn|bedeutet|erscheint|fehlt)\b/;

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
