import type { DockerfileFacts, Span, ToolCommand } from '../../model/index.ts';
import { movedCommand } from '../shell/movedCommand.ts';
import { commandsOfScript } from './commandsOfScript.ts';
import { heredocsOf } from './heredocs.ts';
import { outerOffset } from './logicalLine.ts';
import type { RawInstruction } from './scanInstructions.ts';
import { stageEnvironments } from './stageEnvironments.ts';

/** A program whose commands checks know; RUN lines without one are not read as shell. */
const tools = /\b(?:docker|podman|buildah|skopeo|nerdctl|devcontainer|oc|kubectl|crane|oras|helm)\b/g;

/** Tells of instructions, in order, whether such a program is named in them; one way through the text for all of them. */
export function namesTool(text: string): (instruction: RawInstruction) => boolean {
	const found = text.matchAll(tools);
	let next = found.next();
	return ({ line: { start }, end }) => {
		while (!next.done && next.value.index < start) { next = found.next(); }
		return !next.done && next.value.index < end;
	};
}

/**
 * The commands of container tools in these RUN instructions, in shell form, as a list, or in a here document that a shell runs. Only the commands: what
 * they name is pulled while the image is built, perhaps from inside of it, so it is no reference of the file. PowerShell and `cmd` are not read.
 */
export function runCommands(text: string, runs: readonly RawInstruction[], facts: DockerfileFacts): readonly ToolCommand[] {
	if (facts.escape !== '\\') { return []; }
	const commands = runs.flatMap(run => {
		const script = scriptOf(text, run);
		return script ? commandsOfScript(text.slice(script.start, script.end), script.isList).map(command => movedCommand(command, script.start)) : [];
	});
	if (commands.length === 0 || !/^[ \t]*(?:env|arg)[ \t]/im.test(text)) { return commands; }
	const environments = [...stageEnvironments(facts)].filter(([{ keyword }]) => keyword === 'RUN');
	return commands.map(command => {
		const outer = environments.find(([{ span }]) => span.start <= command.span.start && command.span.end <= span.end)?.[1] ?? [];
		return outer.length === 0 ? command : { ...command, environment: [...outer, ...command.environment] };
	});
}

/** The shell text behind the flags of RUN, its list in JSON, or the body of its here document; `undefined` for other programs' input. */
function scriptOf(text: string, { head, line: logical, end }: RawInstruction): (Span & { readonly isList?: boolean }) | undefined {
	const behind = outerOffset(logical, head.keywordEnd - 1) + 1;
	const start = behind + (flags.exec(text.slice(behind, end))?.[0].length ?? 0);
	if (text[start] === '[') { return { start, end, isList: true }; }
	const lineEnd = text.indexOf('\n', start);
	const line = text.slice(start, lineEnd === -1 || lineEnd > end ? end : lineEnd);
	const [heredoc, ...more] = line.includes('<<') ? heredocsOf(line) : [];
	if (!heredoc) { return { start, end }; }
	if (more.length > 0
			|| lineEnd === -1
			|| !/^<<-?\s*\S+\s*(?:(?:\/bin\/)?(?:ba|da|a|k)?sh\b[^|>]*)?$|^(?:\/bin\/)?(?:ba|da|a|k)?sh\b[^|>]*<<\S+\s*$/.test(line.trim())) {
		return undefined;
	}
	const last = text.lastIndexOf('\n', end - 1);
	return last > lineEnd ? { start: lineEnd + 1, end: last + 1 } : undefined;
}

/** Blanks, line continuations and `--mount=…` behind RUN. */
const flags = /^(?:[ \t]|\\[ \t]*\r?\n|--[a-z]+(?:=\S+)?(?=\s))*/;
