import type { Node } from 'jsonc-parser';
import type { CommandEnvironment } from '../../../model/index.ts';
import { folderOf, joinPath } from '../../../util/filePath.ts';
import type { TextMap } from '../../../util/textMap.ts';
import type { ExtractCard } from '../../card.ts';
import { jsonText, listOf, member, members, readJson } from '../../devcontainer/json.ts';
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
		const root = readJson(text);
		for (const task of listOf(member(root, 'tasks'))) { readTask(reader, task, root, folder); }
		return { ...emptyFacts(file, 'tasks-json', text), ...reader.collection.facts() };
	},
};

function readTask(reader: HostReader, task: Node, root: Node | undefined, folder: string): void {
	const { text } = reader;
	readCommand(reader, [task], root, folder);
	// Another command, or other arguments, on one system.
	for (const system of ['windows', 'osx', 'linux']) {
		const own = member(task, system);
		if (member(own, 'command') ?? member(own, 'args')) { readCommand(reader, [own, task], root, folder); }
	}
	const image = jsonText(text, member(member(task, 'dockerRun'), 'image'));
	if (image) { reader.use(image.value, 'command-pull', 'build-output', syntax); }
	const tag = jsonText(text, member(member(task, 'dockerBuild'), 'tag'));
	if (tag) { reader.use(tag.value, 'command-tag', 'build-output', syntax); }
}

/** Each property is the first that one of `tasks` has; the file's own `options` hold where a task says nothing. */
function readCommand(reader: HostReader, tasks: readonly (Node | undefined)[], root: Node | undefined, folder: string): void {
	const { file, text } = reader;
	const property = (name: string): Node | undefined => tasks.map(task => member(task, name)).find(node => node !== undefined);
	const command = stringOf(text, property('command'));
	if (!command) { return; }
	const args = listOf(property('args')).flatMap(node => stringOf(text, node) ?? []);
	const options = property('options');
	const cwd = member(options, 'cwd');
	const folders = cwd?.type === 'string' ? [joinPath(folder, String(cwd.value).replace(/^\$\{workspaceFolder\}\/?/, ''))] : [folder];
	const set = [member(root, 'options'), options].flatMap(one => members(member(one, 'env'))).flatMap(({ key, value }) => {
		const known = jsonText(text, value);
		return known ? [{ name: String(key.value), value: known.value.text, span: known.span }] : [];
	});
	const variables = new Map(set.filter(({ value }) => !value.includes('${')).map(({ name, value, span }) => [
		name,
		{ value, open: [], source: { file, span } },
	]));
	const environment = set.map(({ name, value, span }): CommandEnvironment =>
		({ name, value: { span, text: text.slice(span.start, span.end), value, open: value.includes('${') ? [name] : [] }, scope: 'script' }));
	const isList = args.length > 0;
	reader.collection.add(isList ? joinedCommand(command, args, text) : command, { file, text, host: 'tasks-json', folders, variables, environment, isList });
}

function stringOf(text: string, node: Node | undefined): TextMap | undefined {
	return jsonText(text, node?.type === 'object' ? member(node, 'value') : node)?.value;
}
