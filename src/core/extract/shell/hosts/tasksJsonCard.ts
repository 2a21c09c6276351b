import type { Node } from 'jsonc-parser';
import { folderOf, joinPath } from '../../../util/filePath.ts';
import { TextMapBuilder } from '../../../util/textMap.ts';
import type { TextMap } from '../../../util/textMap.ts';
import { appendMapped } from '../../appendMapped.ts';
import type { ExtractCard } from '../../card.ts';
import { jsonText, listOf, member, readJson } from '../../devcontainer/json.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import type { VariableSyntax } from '../textWord.ts';
import { HostReader } from './hostReader.ts';

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
		reader.script(isList ? joined(command, args, text) : command, { folders, ...(isList && { editable: false }) });
	}
	const image = jsonText(text, member(member(task, 'dockerRun'), 'image'));
	if (image) { reader.use(image.value, 'command-pull', 'build-output', syntax); }
	const tag = jsonText(text, member(member(task, 'dockerBuild'), 'tag'));
	if (tag) { reader.use(tag.value, 'command-tag', 'build-output', syntax); }
}

function stringOf(text: string, node: Node | undefined): TextMap | undefined {
	return jsonText(text, node?.type === 'object' ? member(node, 'value') : node)?.value;
}

/** One command line; an argument that a shell would read otherwise is quoted. */
function joined(command: TextMap, args: readonly TextMap[], text: string): TextMap {
	const builder = new TextMapBuilder();
	appendMapped(builder, command, 0, command.text.length);
	for (const argument of args) {
		const start = argument.outer(0);
		builder.replaced(' ', Math.max(0, start - 1), start);
		const quoted = /[\s;&|<>()`'"*?]/.test(argument.text) && !argument.text.includes('\'');
		if (quoted) { builder.replaced('\'', start, start); }
		appendMapped(builder, argument, 0, argument.text.length);
		if (quoted) { builder.replaced('\'', Math.min(text.length, start), start); }
	}
	return builder.build();
}
