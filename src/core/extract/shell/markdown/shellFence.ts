import { TextMapBuilder } from '../../../util/textMap.ts';
import type { TextMap } from '../../../util/textMap.ts';
import { tools } from '../tools/index.ts';
import type { Fence } from './readFences.ts';

const shells = new Set(['sh', 'bash', 'shell', 'zsh', 'ksh', 'fish', 'command', 'commandline', 'cli']);
const sessions = new Set(['console', 'shell-session', 'shellsession', 'sh-session', 'bash-session', 'terminal', 'term', '']);
const outputs = new Set(['text', 'txt', 'plaintext', 'none', 'output', 'log']);
const batches = new Set(['bat', 'batch', 'cmd', 'dos', 'batchfile']);
const powerShells = new Set(['powershell', 'pwsh', 'ps1', 'ps']);

/** `$ `, `% `, `❯ `, `PS C:\> `, `C:\>`, `user@host:~$ `; the sign `#` too where `root` says so. */
const prompt = /^[ \t]*(?:\([\w.-]+\)[ \t]+)?(?:(?:\$|%|❯|➜|PS(?:[ \t][^>\n]{0,100})?>|[\w.-]+@[\w.-]+[:\s][^$#%\n]{0,100}[$#%]|\[[^\]\n]{1,100}\][$#])[ \t]+|[A-Za-z]:\\[^>\n]{0,100}>[ \t]*)(?=\S)/;
const rootPrompt = /^[ \t]*#[ \t]+(?=[a-z])/;

/** `root@host:~# ` */
const rootLogin = /^[ \t]*(?:[\w.-]+@[\w.-]+[:\s][^$#%\n]{0,100}|\[[^\]\n]{1,100}\])#[ \t]/;

/** What a fence holds for the shell reader, or `undefined` when it is no shell. */
export interface ShellFence {
	readonly map: TextMap;
	readonly language: 'shell' | 'powershell' | 'batch';
}

/**
 * The commands of a fenced block. When any line has a prompt, lines without one are output; without a language only lines that begin
 * with a container tool count; what calls itself output or text has commands only behind prompts.
 */
export function shellFence(text: string, fence: Fence): ShellFence | undefined {
	const language = powerShells.has(fence.language) ? 'powershell' : batches.has(fence.language) ? 'batch' : 'shell';
	const output = outputs.has(fence.language);
	const session = sessions.has(fence.language);
	if (language === 'shell' && !session && !output && !shells.has(fence.language)) { return undefined; }
	const lines = fence.lines.map(({ start, end }) => ({ start, text: text.slice(start, end) }));
	const first = lines.find(line => !/^\s*(?:#|$)/.test(line.text));
	// Who begins with a command without a prompt writes the others so as well.
	const hasPrompts = lines.some(line => prompt.test(line.text));
	const mixed = hasPrompts && (fence.language === '' || (!session && !output)) && first !== undefined && beginsWithTool(first.text);
	const prompted = hasPrompts && !mixed;
	if (output && !prompted) { return undefined; }
	const rooted = session && lines.some(line => rootLogin.test(line.text));
	const builder = new TextMapBuilder();
	let inCommand = false;
	const heredocs = heredocReader(lines);
	for (const [index, line] of lines.entries()) {
		const body = heredocs.body(index);
		if (body) {
			builder.verbatim(line.text.slice(body.from), line.start + body.from);
			inCommand = false;
			continue;
		}
		const continued: RegExpExecArray | null = !inCommand ? null : /^[ \t]*>[ \t]+/.exec(line.text);
		const head: RegExpExecArray | null = prompted
			? prompt.exec(line.text) ?? continued ?? (rooted && beginsWithTool(line.text.replace(rootPrompt, '')) ? rootPrompt.exec(line.text) : null)
			: session ? (fence.language === 'console' ? rootPrompt.exec(line.text) : prompt.exec(line.text))
			: mixed ? prompt.exec(line.text) : null;
		const begins = beginsWithTool(line.text) || writesHeredoc.test(line.text);
		const counts: boolean = prompted ? head !== null || inCommand : !session || inCommand || head !== null || begins;
		if (counts) {
			const from = head ? head[0].length : 0;
			builder.verbatim(line.text.slice(from), line.start + from);
			heredocs.open(index);
			if (!line.text.endsWith('\n')) { builder.replaced('\n', line.start + line.text.length, line.start + line.text.length); }
		}
		inCommand = counts && /[\\`^][ \t]*\r?\n?$/.test(line.text);
	}
	return { map: builder.build(), language };
}

/** `cat > Dockerfile <<EOF`, `sudo tee x <<EOF` */
const writesHeredoc = /^[ \t]*(?:sudo[ \t]+)?(?:cat|tee)\b[^\n]*<</;

/** What stands between `<<EOF` and `EOF` has no prompts, or the second prompt `>`. */
function heredocReader(lines: readonly { readonly text: string }[]): {
	open(index: number): void;
	body(index: number): { readonly from: number } | undefined;
} {
	const missing = new Set<string>();
	let last = -1;
	return {
		open(index) {
			const word = /<<-?[ \t]*(["']?)(\w+)\1/.exec(lines[index]!.text)?.[2];
			if (word === undefined || missing.has(word)) { return; }
			let end = index + 1;
			while (end < lines.length && lines[end]!.text.replace(secondPrompt, '').trim() !== word) { end++; }
			if (end === lines.length) { missing.add(word); } else { last = end; }
		},
		body: index => index <= last ? { from: secondPrompt.exec(lines[index]!.text)?.[0].length ?? 0 } : undefined,
	};
}

const secondPrompt = /^> ?/;

/** A line of a text without language: a command when it begins with a tool and one of its subcommands. */
export function beginsWithTool(line: string): boolean {
	const words = line.trim().split(/\s+/, 12);
	let at = 0;
	while (words[at] === 'sudo' || words[at] === 'time' || /^[A-Z_][A-Z0-9_]*=\S*$/.test(words[at] ?? '')) { at++; }
	const tool = tools.get(words[at] ?? '');
	if (!tool) { return false; }
	const keys = Object.keys(tool.commands);
	const next = words.slice(at + 1).filter(word => !word.startsWith('-')).slice(0, 2);
	return next.some(word => keys.some(key => key === word || key.startsWith(`${word} `)));
}
