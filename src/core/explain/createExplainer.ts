import { diagnoses } from '../diagnoses/index.ts';
import type { Diagnosis, Remedy, Symptom } from '../diagnoses/diagnosis.ts';
import type { Message } from '../model/index.ts';
import { blockReader } from './blockReader.ts';
import { clusterRemedies } from './clusterRemedies.ts';
import { diffReader } from './diffReader.ts';
import { frameIn, serviceIn, type Frame } from './frameIn.ts';
import { maskSecrets } from './maskSecrets.ts';
import { mayMatter } from './mayMatter.ts';
import { normaliseLine } from './normaliseLine.ts';
import { referenceIn } from './referenceIn.ts';
import { isOnlyQuoted } from './isOnlyQuoted.ts';
import { isBeginOfRegistryWork, isOtherWorld, isRegistryContext } from './registryContext.ts';

/** One recognised line. */
export interface ExplainMatch {
	/** Diagnosis code. */
	readonly code: string;
	/** 1-based, in the text as given. */
	readonly line: number;
	/** The line as its tool meant it, secrets masked. */
	readonly text: string;
	readonly rank: number;
	/** How many lines say the same. */
	readonly count: number;
	/** What the text names, as far as it does. */
	readonly reference?: string;
	readonly host?: string;
	/** The line of a Dockerfile that BuildKit printed above it. */
	readonly frame?: Frame;
	/** Compose's service or bake's target. */
	readonly service?: string;
	readonly details: Readonly<Record<string, string>>;
	readonly message: Message;
	/** Commands that help, ready to copy. */
	readonly remedies: readonly Remedy[];
}

/** Takes output line by line and keeps only what was recognised, so that a log of any length needs constant memory. */
export interface Explainer {
	/** The next line, with or without its line end. */
	push(line: string): void;
	/** A text that stands at a line other than the next. What one of its `parts` says alone is not said by it. */
	at(line: number, text: string, parts?: readonly string[]): void;
	/** All matches, the most specific first, then in the order of the text. */
	end(): readonly ExplainMatch[];
}

/** BuildKit shows no more lines than this between a frame's heading and the error. */
const frameLines = 16;

/** Distinct matches kept; a log that fails in more ways than this is not made clearer by more. */
const mostMatches = 200;

interface Rule { readonly diagnosis: Diagnosis; readonly symptom: Symptom; readonly rank: number }

const rules: readonly Rule[] = diagnoses
	.flatMap(diagnosis => (diagnosis.symptoms ?? []).map(symptom => ({ diagnosis, symptom, rank: symptom.rank ?? 50 })))
	.sort((a, b) => b.rank - a.rank);

/** A fresh explainer; it knows nothing of earlier output. */
export function createExplainer(): Explainer {
	const found = new Map<string, ExplainMatch>();
	let before: readonly string[] = [];
	let frame: Frame | undefined;
	let frameAt = 0;
	let number = 0;
	let push: string | undefined;
	const isDiff = diffReader();
	const isDocument = blockReader();

	function look(line: number, raw: string, parts: readonly string[] = []): void {
		const heading = frameIn(raw);
		if (heading) {
			frame = heading;
			frameAt = line;
		}
		if (!isDiff(raw) && !isDocument(raw) && mayMatter(raw)) {
			const earlier = before.map(cleaned);
			const text = inPush(continued(cleaned(raw), earlier));
			const rule = text === '' || goesOn.test(text) ? undefined : ruleFor(text, earlier);
			if (rule && !isOfOne(rule, parts)) {
				keep({ ...describe(rule, line, text, earlier), ...frame && line - frameAt < frameLines && { frame } });
			}
		}
		if (raw.trim() !== '') { before = [...before.slice(-2), raw]; }
	}

	/** The push is over when an answer has come; the names of its layers stand between. */
	function inPush(text: string): string {
		const heading = /^(?:The push refers to (?:a )?repository \[[^\]\s]{1,300}\]|Failed to push to destination \S{1,300})$/.exec(text)?.[0];
		if (heading) {
			push = heading;
			return text;
		}
		if (/^(?:[0-9a-f]{12}: (?:(?:Preparing|Pushing|Pushed|Layer already exists)(?=\s*$|\s+[[\d])|Mounted from \S{1,255}$)|pushing layers\b|Uploading [0-9a-f]{12} )/.test(text)) {
			push ??= 'Failed to push image:';
		}
		if (/: digest: sha256:/.test(text)) { push = undefined; }
		const now = push;
		if (now === undefined
				|| !/^(?:errors?: ?|ERROR: |Error response from registry: )?(?:denied|DENIED|unauthorized|UNAUTHORIZED|no basic auth credentials|name unknown|server message: insufficient_scope|authorization status: 40[13]|error parsing HTTP 40[13]|(?:manifest invalid|unsupported)$)(?:\b|$)/.test(text)) {
			return text;
		}
		push = undefined;
		return `${now} ${text}`;
	}

	function keep(match: ExplainMatch): void {
		const key = `${match.code}\0${match.reference ?? match.host ?? ''}`;
		const known = found.get(key);
		if (known) {
			found.set(key, { ...known, count: known.count + 1 });
			return;
		}
		if (found.size < mostMatches) { found.set(key, match); }
	}

	return {
		push(line) {
			number += 1;
			if (!line.includes('\r')) {
				look(number, line);
				return;
			}
			// Progress bars draw over what was said before; in a log it still stands there.
			for (const part of line.split('\r')) { look(number, part); }
		},
		at: look,
		end: () => [...found.values()].sort((a, b) => b.rank - a.rank || a.line - b.line),
	};
}

/** A line as its tool meant it, without secrets: nothing that is taken out of it can be one. */
function cleaned(line: string): string {
	// First as it stands: what a quote inside a string ends is seen only while that is escaped.
	return maskSecrets(normaliseLine(/\\["\\]/.test(line) ? maskSecrets(line) : line)).replaceAll('•••@', '');
}

/** What belongs to the lines before: Go's multierror breaks after `errors:`, Docker before `See 'docker build --help'`, `jq` after a registry's code. */
function continued(text: string, earlier: readonly string[]): string {
	const before = earlier.at(-1);
	if (before === undefined) { return text; }
	if (/\berrors?(?: occurred)?:$/.test(before)) { return `${before} ${text.replace(/^\* /, '')}`; }
	if (helpOf.test(text)) {
		const flag = earlier.find(line => /unknown (?:shorthand )?flag: /.test(line));
		return flag === undefined ? text : `${flag} ${text}`;
	}
	if (/(?:^|: )invalid reference format\.?$/.test(text)) {
		const named = /^(?:[$#+>] ?|PS [^>]{0,200}> )?(?:sudo )?(?:docker|podman|nerdctl) [^\n"]{0,400}\s(?<reference>(?:https?|docker|oci):\/\/[^\s"]{1,300})/.exec(before)?.groups?.['reference'];
		return named === undefined ? text : `"${named}": invalid reference format`;
	}
	if (pullBegun.test(before) && pullEnded.test(text)) { return `Error response from daemon: ${text}`; }
	const code = /^"code": "(?<code>[A-Z_]{3,40})",$/.exec(before)?.groups?.['code'];
	const message = code && /^"message": "(?<message>[^"]{1,500})",?$/.exec(text)?.groups?.['message'];
	return message ? `${code}: ${message}` : text;
}

/** The line before an answer that tools give without a word of their own: the step of a build, the first line of a pull. */
const pullBegun = /^(?:Step \d{1,4}\/\d{1,4} : FROM \S|[\w][\w.-]{0,127}: Pulling from \S|Trying to pull \S{1,300}\.\.\.$)/;

const pullEnded = /^(?:denied|unauthorized|name unknown|unknown|(?:manifest|tag|name|digest) invalid|unexpected end of JSON input|unexpected EOF|error unmarshalling content|invalid character '<'|(?:Head|Get) "https?)(?=[\s:"]|$)/;

/** What BuildKit says of a cache that nobody has pushed yet, Helm of every answer when it debugs, a registry of each new layer: the work goes on. */
const goesOn = /^response completed with error [^\n]{0,400}\bblob unknown\b[^\n]{0,600}\bmethod=HEAD\b|^Response id=\d+ status=|\bfailed to configure \w{1,20} cache importer: [^\n]{1,600}(?:not found|manifest unknown)$/;

/** Which tool did not know the flag. */
const helpOf = /^(?:See '|Run '|Usage:\s{1,4})(?:docker|podman|buildah|skopeo|nerdctl)\b/;

/** The most specific rule that fits the line; generic ones only near words of a registry. */
function ruleFor(text: string, before: readonly string[]): Rule | undefined {
	let inContext: boolean | undefined;
	for (const rule of rules) {
		if (rule.symptom.gate === 'registry') {
			inContext ??= isRegistryContext(text, before);
			if (!inContext) { continue; }
		}
		const match = rule.symptom.pattern.exec(text);
		if (!match || rule.rank < 60 && isOtherWorld(text) || isOnlyQuoted(text, match.index, match.index + match[0].length)) { continue; }
		return rule;
	}
	return undefined;
}

/** Does one of the parts say all of it, and no other that it is about a registry? */
function isOfOne({ symptom }: Rule, parts: readonly string[]): boolean {
	const index = parts.findIndex(part => symptom.pattern.test(cleaned(part)));
	return index !== -1 && !parts.some((part, other) => (other < index ? isBeginOfRegistryWork(part) : other > index && /\bFailed to fetch manifest of /.test(part)));
}

function describe({ diagnosis, symptom, rank }: Rule, line: number, text: string, before: readonly string[]): ExplainMatch {
	const matched = Object.entries(symptom.pattern.exec(text)?.groups ?? {});
	const groups = Object.fromEntries(matched.filter((entry): entry is [string, string] => entry[1] !== undefined));
	const named = referenceIn(text, before, groups);
	const service = serviceIn(text);
	const details: Readonly<Record<string, string>> = { ...groups, ...named };
	const explanation = symptom.explanation ?? diagnosis.explanation ?? diagnosis.title;
	const slot = (text: string, unknown: Readonly<Record<string, string>>): string =>
		text.replace(/\{(\w+)\}/g, (whole, name: string) => inCommand(details[name]) ?? unknown[name] ?? whole);
	return {
		code: diagnosis.code,
		line,
		text,
		rank,
		count: 1,
		...named,
		...service !== undefined && { service },
		details,
		message: { text: explanation, args: { ...general, ...opening(explanation), ...details } },
		remedies: [...diagnosis.remedies ?? [], ...clusterRemedies(diagnosis.code, text)].map(({ title, text: command }) => ({
			title: { text: title.text, args: { ...general, ...details } },
			text: slot(command, placeholders),
		})),
	};
}

/** What stands in a sentence where the output does not name the thing. */
const general: Readonly<Record<string, string>> = {
	reference: 'the image',
	host: 'the registry',
	repository: 'the repository',
	tag: 'the tag',
	platform: 'this platform',
	helper: 'docker-credential-…',
	variable: 'A variable',
	status: 'with an error',
	instruction: 'An instruction',
	scheme: 'a scheme',
};

/** The word that begins a sentence, as it is written there. */
function opening(sentence: string): Readonly<Record<string, string>> {
	const name = /^\{(\w+)\}/.exec(sentence)?.[1];
	const word = name === undefined ? undefined : general[name];
	return name === undefined || word === undefined ? {} : { [name]: word.charAt(0).toUpperCase() + word.slice(1) };
}

/** Output is foreign text: only what cannot mean anything to a shell gets into a command that people paste. */
function inCommand(value: string | undefined): string | undefined {
	return value !== undefined && /^[A-Za-z0-9[][\w.:/@[\]-]*$/.test(value) ? value : undefined;
}

/** What a command has in its place: a person fills it in. */
const placeholders: Readonly<Record<string, string>> = { reference: 'IMAGE', host: 'HOST', repository: 'NAME', platform: 'linux/amd64', tag: 'TAG' };
