import type { Node } from 'jsonc-parser';
import { folderOf, joinPath } from '../../../util/filePath.ts';
import type { TextMap } from '../../../util/textMap.ts';
import type { ExtractCard } from '../../card.ts';
import { jsonText, listOf, member, readJson } from '../../devcontainer/json.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import type { VariableSyntax } from '../textWord.ts';
import { HostReader } from './hostReader.ts';
import { joinedCommand } from './joinedCommand.ts';

const syntax: VariableSyntax = { pattern: /\$\{[^}]*\}/g, read: match => ({ name: match[0] }), value: () => undefined };

/** Tasks of VS Code: `command` with `args`, and the Docker extension's `dockerBuild` and `dockerRun`. */
export const tasksJsonCard: ExtractCard = {
	kind: 'tasks-json',
	matches: file => /(?:^|\/)\.vscode\/tasks\.json$/.test(file),
	extract({ file, text }) {
		const reader = new HostReader(file, text, 'tasks-json');
		const folder = folderOf(folderOf(file));
		for (const task of listOf(member(readJson(text), 'tasks'))) { readTask(reader, task, folder); }
		return { ...emptyFacts(file, 'tasks-json', text), ...reader.collection.facts() };
	},
};

function readTask(reader: HostReader, task: Node, folder: string): void {
	const { text } = reader;
	const command = stringOf(text, member(task, 'command'));
	const args = listOf(member(task, 'args')).flatMap(node => stringOf(text, node) ?? []);
	const cwd = member(member(task, 'options'), 'cwd');
	const folders = cwd?.type === 'string' ? [joinPath(folder, String(cwd.value).replace(/^\$\{workspaceFolder\}\/?/, ''))] : [folder];
	if (command) {
		// Arguments are strings of their own in a list: text cannot simply be put between them.
		const isList = args.length > 0;
		reader.script(isList ? joinedCommand(command, args, text) : command, { folders, ...(isList && { editable: false }) });
	}
	const image = jsonText(text, member(member(task, 'dockerRun'), 'image'));
	if (image) { reader.use(image.value, 'command-pull', 'build-output', syntax); }
	const tag = jsonText(text, member(member(task, 'dockerBuild'), 'tag'));
	if (tag) { reader.use(tag.value, 'command-tag', 'build-output', syntax); }
}

function stringOf(text: string, node: Node | undefined): TextMap | undefined {
	return jsonText(text, node?.type === 'object' ? member(node, 'value') : node)?.value;
}
