import type { DockerfileFacts, DockerfileInstruction, Span, ToolCommand } from '../../model/index.ts';
import { movedCommand } from '../shell/movedCommand.ts';
import { commandsOfScript } from './commandsOfScript.ts';
import { heredocsOf } from './heredocs.ts';

/** A program whose commands checks know; RUN lines without one are not read as shell. */
const tools = /\b(?:docker|podman|buildah|skopeo|nerdctl|devcontainer|oc|kubectl|crane|oras|helm)\b/;

/**
 * The commands of container tools in RUN, in shell form or in a here document that a shell runs. Only the commands: what they name is
 * pulled while the image is built, perhaps from inside of it, so it is no reference of the file. PowerShell and `cmd` are not read.
 */
export function runCommands(text: string, { instructions, escape }: DockerfileFacts): readonly ToolCommand[] {
	if (escape !== '\\' || !tools.test(text)) { return []; }
	return instructions.flatMap(instruction => {
		const script = instruction.keyword === 'RUN' && tools.test(text.slice(instruction.span.start, instruction.span.end)) ? scriptOf(text, instruction) : undefined;
		return script ? commandsOfScript(text.slice(script.start, script.end)).map(command => movedCommand(command, script.start)) : [];
	});
}

/** The shell text behind the flags of RUN, or the body of its here document; `undefined` for the JSON form and for other programs' input. */
function scriptOf(text: string, { span, keywordSpan }: DockerfileInstruction): Span | undefined {
	const start = keywordSpan.end + (flags.exec(text.slice(keywordSpan.end, span.end))?.[0].length ?? 0);
	if (text[start] === '[') { return undefined; }
	const lineEnd = text.indexOf('\n', start);
	const line = text.slice(start, lineEnd === -1 || lineEnd > span.end ? span.end : lineEnd);
	const [heredoc, ...more] = line.includes('<<') ? heredocsOf(line) : [];
	if (!heredoc) { return { start, end: span.end }; }
	if (more.length > 0 || lineEnd === -1 || !/^<<-?\s*\S+\s*(?:(?:\/bin\/)?(?:ba|da|a|k)?sh\b[^|>]*)?$|^(?:\/bin\/)?(?:ba|da|a|k)?sh\b[^|>]*<<\S+\s*$/.test(line.trim())) { return undefined; }
	const last = text.lastIndexOf('\n', span.end - 1);
	return last > lineEnd ? { start: lineEnd + 1, end: last + 1 } : undefined;
}

/** Blanks, line continuations and `--mount=…` behind RUN. */
const flags = /^(?:[ \t]|\\[ \t]*\r?\n|--[a-z]+(?:=\S+)?(?=\s))*/;
