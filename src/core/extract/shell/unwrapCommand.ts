import type { CommandEnvironment } from '../../model/index.ts';
import type { Handing } from './handedWords.ts';
import { commandWord } from './shellWord.ts';
import type { ShellWord } from './shellWord.ts';

/** What is left of a command without `sudo`, `env A=b`, `timeout 5`, `bash -c`. */
export interface Unwrapped {
	readonly words: readonly ShellWord[];
	/** `A=b` given to `env` or `sudo`. */
	readonly environment: readonly CommandEnvironment[];
	/** Words that are themselves scripts: `bash -c '…'`, `eval '…'`. */
	readonly scripts?: readonly ShellWord[];
	/** It runs what it reads: `bash <<EOF`. */
	readonly readsScript?: boolean;
	/** It runs the command once for each of some words: `xargs`, `parallel`. */
	readonly handing?: Handing;
}

/** Flags of a wrapper that take a value; and how many operands of its own come before the command. */
interface Wrapper {
	readonly values: string;
	readonly longValues?: string;
	readonly operands?: number;
}

const wrappers: Readonly<Record<string, Wrapper>> = {
	sudo: { values: 'ughpCrtTUDR', longValues: 'user group host prompt chdir chroot' },
	doas: { values: 'uC' },
	env: { values: 'uC', longValues: 'unset chdir' },
	time: { values: 'fo' },
	exec: { values: 'a' },
	command: { values: '' },
	builtin: { values: '' },
	nohup: { values: '' },
	setsid: { values: '' },
	winpty: { values: '' },
	travis_retry: { values: '' },
	unbuffer: { values: '' },
	chronic: { values: '' },
	caffeinate: { values: 'tw' },
	flock: { values: 'wEc', longValues: 'timeout wait', operands: 1 },
	gosu: { values: '', operands: 1 },
	'su-exec': { values: '', operands: 1 },
	runuser: { values: 'ugG', longValues: 'user group' },
	wsl: { values: 'du', longValues: 'distribution user' },
	'wsl.exe': { values: 'du', longValues: 'distribution user' },
	lima: { values: '' },
	'cross-env': { values: '' },
	dotenv: { values: 'ev' },
	retry: { values: 'tdns' },
	run: { values: '' },
	nice: { values: 'n', longValues: 'adjustment' },
	ionice: { values: 'cnp' },
	stdbuf: { values: 'ioe' },
	timeout: { values: 'sk', longValues: 'signal kill-after', operands: 1 },
	gtimeout: { values: 'sk', longValues: 'signal kill-after', operands: 1 },
	xargs: { values: 'nIPLdaEs', longValues: 'max-args replace max-procs max-lines delimiter arg-file' },
	parallel: { values: 'jNnLIS', longValues: 'jobs max-args replace sshlogin colsep delimiter joblog timeout retries delay' },
	npx: { values: 'pc', longValues: 'package' },
	bunx: { values: '' },
	microk8s: { values: '' },
	'&': { values: '' },
};

const shells = new Set(['sh', 'bash', 'zsh', 'dash', 'ash', 'ksh', 'su', 'eval', 'ssh', 'concurrently', 'vagrant', 'trap', 'watch', 'cmd']);

/** True for a program that runs another command given in its words. */
export function isWrapper(name: string): boolean {
	return wrappers[name] !== undefined && Object.hasOwn(wrappers, name) || shells.has(name);
}

/** The program's own name in a path: `docker` in `/usr/bin/docker`, `docker.exe`. */
export function programName(value: string): string {
	return value.slice(value.lastIndexOf('/') + 1).replace(/\.(?:exe|cmd)$/i, '');
}

/** Takes wrappers off the front of a command, as many as there are. */
export function unwrapCommand(all: readonly ShellWord[], outerText: string): Unwrapped {
	const environment: CommandEnvironment[] = [];
	let words = all;
	let handing: Handing | undefined;
	let at = 0;
	for (let rounds = 0; rounds < 8 && at < words.length; rounds++) {
		if (isOptional(words[at]!) && at + 1 < words.length && isOftenWrapped(words[at + 1]!.map.text)) {
			at++;
			continue;
		}
		const name = programName(words[at]!.map.text);
		if (shells.has(name)) {
			const inner = unwrapShell(name, words.slice(at + 1), environment);
			// `ssh host sudo docker …`, `eval sudo docker …`
			if (inner.words.length === 0 || inner.words.length >= words.length - at) { return inner; }
			const rest = unwrapCommand(inner.words, outerText);
			return { ...inner, ...rest, environment: [...environment, ...rest.environment] };
		}
		const wrapper = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
		if (!wrapper) { break; }
		const from = at + 1;
		at = skip(words, from, wrapper, name, environment, outerText);
		if (name === 'parallel') {
			const mark = words.findIndex(({ map }) => map.text === ':::');
			handing = { mark: '{}', ...(mark !== -1 && { words: words.slice(mark + 1) }) };
			if (mark !== -1) { words = words.slice(0, mark); }
		}
		if (name === 'xargs') { handing = xargsHanding(words.slice(from, at)); }
	}
	return { words: words.slice(at), environment, ...(handing && { handing }) };
}

/** `flags`: those of xargs itself. */
function xargsHanding(flags: readonly ShellWord[]): Handing {
	const texts = flags.map(({ map }) => map.text);
	const replace = texts.findIndex(text => /^-I|^-i|^--replace/.test(text));
	if (replace === -1) { return {}; }
	const text = texts[replace]!;
	return { mark: text === '-I' ? texts[replace + 1] ?? '{}' : text.replace(/^-[Ii]|^--replace=?/, '') || '{}' };
}

/** True for a program that scripts call behind a variable. */
export function isOftenWrapped(word: string): boolean {
	return oftenWrapped.has(programName(word));
}

const oftenWrapped = new Set(['docker', 'podman', 'buildah', 'skopeo', 'nerdctl', 'kubectl', 'oc', 'crane', 'oras', 'helm', 'kind']);

/** `$SUDO docker …`, `$DRY_RUN docker …`: nothing, or a program that runs the rest. */
function isOptional({ map, quoted, openSpans }: ShellWord): boolean {
	if (quoted.length > 0) { return false; }
	const [only] = openSpans;
	return map.text === '' || (openSpans.length === 1 && only!.start === 0 && only!.end === map.text.length);
}

/** `words` stand behind the name of the shell. */
function unwrapShell(name: string, words: readonly ShellWord[], environment: CommandEnvironment[]): Unwrapped {
	if (name === 'concurrently') { return { words: [], environment, scripts: words.filter(({ map }) => map.text.includes(' ')) }; }
	// What a trap runs is its first word; without a signal behind it, it is the signal.
	if (name === 'trap') { return { words: [], environment, scripts: words.length > 1 && words[0]!.map.text.includes(' ') ? words.slice(0, 1) : [] }; }
	if (name === 'cmd') {
		const rest = words.slice(words.findIndex(({ map }) => /^\/+c$/i.test(map.text)) + 1);
		return rest.length === 1 ? { words: [], environment, scripts: rest } : { words: rest, environment };
	}
	if (name === 'watch') {
		const rest = words.slice(skip(words, 0, { values: 'n', longValues: 'interval' }, name, environment, ''));
		return rest.length === 1 ? { words: [], environment, scripts: rest } : { words: rest, environment };
	}
	const script = scriptOf(name, words);
	const rest = name === 'ssh' ? remoteWords(words) : name === 'eval' ? words : [];
	const readsScript = name === 'ssh'
		? rest.every(({ map }) => isShellCall(map.text))
		: script === undefined && name !== 'eval' && (words.some(({ map }) => /^-[a-z]*s$/.test(map.text)) || words.every(({ map }) => /^[-+]/.test(map.text)));
	const scripts = script && !isShellCall(script.map.text) ? [script] : undefined;
	return { words: script ? [] : rest, environment, ...(readsScript ? { readsScript } : scripts && { scripts }) };
}

/** A shell that is called without a script. */
function isShellCall(text: string): boolean {
	return text.trim().split(/\s+/).every(word => /^(?:sudo|(?:ba|z|da|a|k)?sh|-\w+)$/.test(word));
}

function skip(words: readonly ShellWord[], from: number, wrapper: Wrapper, name: string, environment: CommandEnvironment[], outerText: string): number {
	let at = from;
	let operands = wrapper.operands ?? 0;
	for (; at < words.length; at++) {
		const value = words[at]!.map.text;
		if (name === 'command' && /^-[vV]/.test(value)) { return words.length; }
		if (value === '--') { return at + 1; }
		if (value.length > 1 && value[0] === '-') {
			const long = value.startsWith('--');
			const takes = long ? (wrapper.longValues ?? '').split(' ').includes(value.slice(2)) : wrapper.values.includes(value[1]!) && value.length === 2;
			if (takes) { at++; }
			continue;
		}
		const assigned = /^([A-Za-z_]\w*)=/.exec(value);
		if (assigned && (name === 'env' || name === 'sudo' || name === 'cross-env')) {
			const inner = { start: assigned[0].length, end: value.length };
			environment.push({ name: assigned[1]!, value: commandWord(words[at]!, outerText, inner), scope: 'command' });
			continue;
		}
		if (name === 'retry' && /^\d+$/.test(value)) { continue; }
		if (operands === 0) { return at; }
		operands--;
	}
	return at;
}

function scriptOf(name: string, words: readonly ShellWord[]): ShellWord | undefined {
	if (name === 'eval') { return words.length === 1 ? words[0] : undefined; }
	if (name === 'ssh') {
		const rest = remoteWords(words);
		return rest.length === 1 ? rest[0] : undefined;
	}
	const at = words.findIndex(word => /^-[a-zA-Z]*c$/.test(word.map.text) || word.map.text === '--command');
	return at === -1 ? undefined : words[at + 1];
}

/** What stands behind `ssh -p 22 user@host`. */
function remoteWords(words: readonly ShellWord[]): readonly ShellWord[] {
	let at = 0;
	while (at < words.length && words[at]!.map.text.startsWith('-')) {
		at += /^-[bcDEeFIiJLlmOopQRSWw]$/.test(words[at]!.map.text) ? 2 : 1;
	}
	return words.slice(at + 1);
}
