import { commandInput } from './commandInput.ts';
import { echoedText } from './echoedText.ts';
import { expandWord } from './expandWord.ts';
import type { ShellWord } from './shellWord.ts';
import type { SimpleCommand } from './scriptWalker.ts';
import { programName } from './unwrapCommand.ts';
import type { WrittenPiece } from './writtenFiles.ts';

/** What a command writes into which file, when the script says both; `words`: those of the command without `sudo`. */
export function writtenPiece([program, ...words]: readonly ShellWord[], command: SimpleCommand): WrittenPiece | undefined {
	const name = program && programName(program.map.text);
	if (name === 'tee') {
		const [path] = words.filter(({ map }) => !map.text.startsWith('-'));
		const text = path && commandInput(command);
		return text && { path: path.map.text, appends: words.some(({ map }) => /^(?:-a|--append)$/.test(map.text)), text };
	}
	const { output, source, scope } = command;
	if (!output || !name) { return undefined; }
	const { redirect: { target, operator }, isShared } = output;
	const text = name === 'cat'
		? words.every(({ map }) => map.text === '-') ? commandInput(command) : undefined
		: echoedText(name, words);
	if (!text || !target) { return undefined; }
	return { path: expandWord(target, source, scope).map.text, appends: operator === '>>', ...(isShared && { group: output.redirect }), text };
}
