import { registryAnswer } from './registryAnswer.ts';

/** Longest part of a line that is looked at, UTF-16 units; of a longer one its head and tail. */
const longest = 4096;

// Colours and cursor movement (ECMA-48 CSI, OSC), Buildkite's times and lone escapes.
const escapes = /\u001b(?:_bk;t=\d{1,20}\u0007|\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]{0,2000}(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;

/** Programs of Go before 1.14 name the address that failed without quotes. */
const bareAddress = /(?<![\w"])(?<method>Get|Head|Post|Put|Patch|Delete) (?<address>https?:\/\/[^\s"]{1,1000}?):(?: |(?=x509: ))/;

const prefixes: readonly RegExp[] = [
	/^\s+/,
	// GitHub, GitLab, kubectl --timestamps: 2026-01-02T03:04:05.678Z
	/^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\]?\s+/,
	// Go's own log: 2026/01/02 03:04:05
	/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d+)?\s+/,
	// GitLab: stream number and kind behind the time, `01E ` or, of a line's continuation, `01E+`
	/^\d{2}[OE][ +]/,
	/^\[?\d\d:\d\d:\d\d(?:[.,]\d+)?\]?(?:[WEFi]?:)?\s+(?::\s+)?/,
	// syslog: Jan  2 03:04:05 host unit[123]:
	/^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:\S{1,100} [\w.@/-]{1,100}(?:\[\d+\])?:\s+)?/,
	// Logs of containers (CRI): stderr F
	/^(?:stdout|stderr) [FP] /,
	// Google Cloud Build, then what stands in brackets: TeamCity's step, CodeBuild's place, Tekton's and Drone's step, act's job, Maven's level
	/^Step #\d+(?: - "[^"\n]{1,100}")?: /,
	/^\[(?:Step \d+\/\d+|Container|ERROR|WARNING|INFO|[a-z][a-z\d]*(?:-[a-z\d]+){0,10}(?::\d+)?)\]:?\s+(?=\S)/,
	/^\[[\w .-]{1,60}\/[\w .-]{1,60}\]\s+\|\s+/,
	// GitHub workflow commands and Azure: ##[error], ::error file=…::
	/^##\[\w+\]/,
	/^::(?:error|warning|notice)[^:]{0,200}::/,
	// BuildKit plain progress: #12 0.345
	/^#\d+ (?! )(?:\d+\.\d+\s+)?/,
	// Compose: service-1  |
	/^[\w.-]{1,100}\s*\|\s/,
	// klog: E0102 03:04:05.678901    1234 file.go:12]
	/^[IWEF]\d{4} \d\d:\d\d:\d\d\.\d+\s+\d+ [\w./-]{1,100}:\d+\]\s+/,
	// Quoted, and in Terraform's frame
	/^(?:>+|│)\s?/,
];

/**
 * One line of output as its tool meant it: no escape sequences, no progress or log prefixes, logrus and JSON messages unescaped.
 * Line ends inside an unescaped message become blanks. Linear in the line's length.
 */
export function normaliseLine(line: string): string {
	let text = withoutEscapes(line);
	// A progress line is drawn over itself: only what stands last is seen.
	const drawn = text.replace(/\r+$/, '').lastIndexOf('\r');
	if (drawn !== -1) { text = text.slice(drawn + 1); }
	text = withoutPrefixes(text);
	// A log holds a log: Docker's JSON that of a program, which logs a registry's answer.
	for (let round = 0; round < 3; round += 1) {
		const message = registryAnswer(text) ?? jsonMessage(text) ?? logrusMessage(text);
		if (message === undefined) { break; }
		text = withoutPrefixes(message);
	}
	text = composeRow(text).replace(bareAddress, '$<method> "$<address>": ');
	// klog and the other fields of logrus quote as Go does, also what was quoted before.
	return (text.includes('\\"') ? text.replace(/\\+"/g, '"') : text).trimEnd();
}

/** A row of Compose's table, `✘ web Error manifest unknown   0.9s`, as a sentence: `✘ web Error: manifest unknown`. */
function composeRow(text: string): string {
	const row = /^(?<head>[✘⠿!x-] (?:Image )?[\w.\/:-]{1,200} (?:Error|Warning)) +(?<said>\S.*?)(?: +\d+\.\d+s)?\s*$/.exec(text)?.groups;
	return row === undefined ? text : `${row['head']}: ${row['said']}`;
}

/** A line without colours, cursor movements and links; of a very long one its head and tail, so that its length does not matter. */
export function withoutEscapes(line: string): string {
	const text = line.length > longest ? `${line.slice(0, longest / 2)} ${line.slice(-longest / 2)}` : line;
	return text.includes('\u001b') ? text.replace(escapes, '') : text;
}

/** A line without what logs and progress put before a message. */
export function withoutPrefixes(line: string): string {
	let text = line;
	for (let round = 0; round < 4; round += 1) {
		const before = text;
		for (const prefix of prefixes) { text = text.replace(prefix, ''); }
		if (text === before) { break; }
	}
	return text;
}

/** The value of `msg=` in logrus' text format (`time="…" level=fatal msg="…"`), the rest of the fields behind it. */
function logrusMessage(text: string): string | undefined {
	if (!/\blevel=\w+/.test(text)) { return undefined; }
	const match = /\bmsg="((?:[^"\\]|\\.)*)"?/.exec(text) ?? /\bmsg=(\S+)/.exec(text);
	if (!match) { return undefined; }
	const rest = text.slice(match.index + match[0].length);
	return unescaped(match[1]!) + rest;
}

const messages = /"(?:log|msg|message|error|err|stream)"\s*:\s*"((?:[^"\\]|\\.)*)"/g;

/** What the devcontainer CLI says on its standard output when it ends, and with `--log-format json`. */
const devcontainerMessages = /"(?:message|description|text|stderr)"\s*:\s*"((?:[^"\\]|\\.)*)"/g;

/** The message of a JSON log line (`{"log": …}`, `{"msg": …}`, `{"message": …}`, `{"error": …}`). */
function jsonMessage(text: string): string | undefined {
	if (!text.startsWith('{"')) { return undefined; }
	const parts = [...text.matchAll(/^\{"(?:outcome|type)":/.test(text) ? devcontainerMessages : messages)].map(match => unescaped(match[1]!).trimEnd());
	// The same twice in Docker's stream of errors, and the name of the stream in its log files, say nothing.
	const said = parts.filter((part, index) => part !== 'stdout' && part !== 'stderr' && parts.indexOf(part) === index);
	return said.length === 0 ? undefined : said.join(' ');
}

function unescaped(text: string): string {
	return text.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/g, (whole: string, unicode?: string, hex?: string, character?: string) => {
		if (unicode !== undefined) { return String.fromCharCode(Number.parseInt(unicode, 16)); }
		// `\x15` stays: it is how Go prints the first byte of a TLS record, and that text is a symptom.
		if (hex !== undefined) { return whole; }
		switch (character) {
			case 'n': case 'r': case 't': return ' ';
			default: return character!;
		}
	});
}
