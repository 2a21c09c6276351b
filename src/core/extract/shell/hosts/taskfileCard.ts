import { baseName, folderOf, joinPath } from '../../../util/filePath.ts';
import { composeMap } from '../../../util/composeMap.ts';
import { TextMapBuilder } from '../../../util/textMap.ts';
import type { TextMap } from '../../../util/textMap.ts';
import type { ExtractCard } from '../../card.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { asMap, itemsOf, pairsOf, valueOf } from '../../yaml/lookup.ts';
import { readYaml } from '../../yaml/readYaml.ts';
import type { YamlMap } from '../../yaml/yamlNode.ts';
import type { ShellVariable } from '../shellScope.ts';
import type { VariableSyntax } from '../textWord.ts';
import { dotenvEnvironment } from './dotenvEnvironment.ts';
import { HostReader, noVariables, scalarOf } from './hostReader.ts';
import type { HostVariables } from './hostReader.ts';

/** `{{.NAME}}` of Go templates. */
export function templateSyntax(values: ReadonlyMap<string, ShellVariable | 'unknown'>): VariableSyntax {
	return {
		pattern: /\{\{[^}]*\}\}/g,
		read: match => ({ name: plain.exec(match[0])?.[1] ?? match[0] }),
		value: name => name.startsWith('{{') ? withDefault(name, values) : values.get(name),
	};
}

const plain = /^\{\{-?\s*\.(\w+)\s*-?\}\}$/;
/** `{{.TAG | default "dev"}}`, `{{default "dev" .TAG}}`: the name, or the default and then the name. */
const defaulted = /\{\{-?\s*(?:\.(\w+)\s*\|\s*default\s+["'`]([^"'`{}]*)["'`]|default\s+["'`]([^"'`{}]*)["'`]\s+\.(\w+))\s*-?\}\}/g;

function withDefault(written: string, values: ReadonlyMap<string, ShellVariable | 'unknown'>): ShellVariable | 'unknown' | undefined {
	const [match] = [...written.matchAll(defaulted)];
	if (!match) { return undefined; }
	return values.get(match[1] ?? match[4] ?? '') ?? { value: match[2] ?? match[3] ?? '', open: [], environmentDependent: true };
}

/** Taskfile.yml of go-task: `cmds`, deferred ones, `preconditions` and `status`, with `{{.VAR}}` of `vars`. */
export const taskfileCard: ExtractCard = {
	kind: 'taskfile',
	matches: file => /^taskfile(?:\.dist|[._-][\w-]+)?\.ya?ml$/i.test(baseName(file)),
	needs: ({ file, text }) => dotenvFiles(file, text),
	extract({ file, text, files }) {
		const reader = new HostReader(file, text, 'taskfile');
		for (const { root } of readYaml(text)) {
			const top = asMap(root);
			const loaded = { ...noVariables, environment: dotenvFiles(file, text).flatMap(path => dotenvEnvironment(files.get(path) ?? '')) };
			const variables = withVariables(reader, top, loaded);
			const tasks = asMap(valueOf(top, 'tasks'));
			const calls = callsIn(tasks);
			for (const { key, value } of pairsOf(tasks)) {
				const given = calls.get(key.value) ?? [];
				reader.rounds(given.length + 1, index => {
					const call = given[index - 1];
					const task = value?.kind === 'seq' || value?.kind === 'scalar' ? undefined : asMap(value);
					readTask(
						reader,
						task,
						value,
						call ? reader.variables(call.vars, withVariables(reader, call.caller, variables), templateSyntax) : variables,
					);
				});
			}
		}
		return { ...emptyFacts(file, 'taskfile', text), ...reader.collection.facts() };
	},
};

/** A task is read for as many calls. */
const mostCalls = 16;

/** The calls of each task that give it variables: `- task: build` with `vars:`, in `cmds` and `deps`. */
function callsIn(tasks: YamlMap | undefined): ReadonlyMap<string, readonly { readonly vars: YamlMap; readonly caller: YamlMap }[]> {
	const found = new Map<string, { readonly vars: YamlMap; readonly caller: YamlMap }[]>();
	for (const caller of pairsOf(tasks).flatMap(({ value }) => asMap(value) ?? [])) {
		for (const item of ['deps', 'cmds'].flatMap(key => itemsOf(valueOf(caller, key)))) {
			const name = scalarOf(valueOf(asMap(item), 'task'))?.value;
			const vars = asMap(valueOf(asMap(item), 'vars'));
			const known = name === undefined ? [] : found.get(name) ?? [];
			if (name !== undefined && vars && known.length < mostCalls) { found.set(name, [...known, { vars, caller }]); }
		}
	}
	return found;
}

/** The files of `dotenv: [.env]`, wherever in the file they are named. */
function dotenvFiles(file: string, text: string): readonly string[] {
	const listed = /^[ \t]*dotenv:[ \t]*(\[[^\]]*\]|(?:\r?\n[ \t]*-[^\r\n]*)+)/m.exec(text)?.[1] ?? '';
	return listed.split(/[\s,'"[\]]+/).filter(name => name.includes('.env')).map(name => joinPath(folderOf(file), name));
}

function withVariables(reader: HostReader, map: YamlMap | undefined, outer: HostVariables): HostVariables {
	const { values } = reader.variables(asMap(valueOf(map, 'vars')), outer, templateSyntax);
	return reader.variables(asMap(valueOf(map, 'env')), { values, environment: outer.environment }, templateSyntax);
}

/** Rounds of a `for:` that are read. */
const most = 50;

function readTask(reader: HostReader, task: YamlMap | undefined, node: ReturnType<typeof valueOf>, outer: HostVariables): void {
	const variables = withVariables(reader, task, outer);
	const own = folderOf(reader.file);
	const folder = scalarOf(valueOf(task, 'dir'))?.value;
	const folders = folder === undefined ? [own] : folder.includes('{{') ? [] : [joinPath(own, folder)];
	const commands = task
		? [...itemsOf(valueOf(task, 'cmds')), ...[valueOf(task, 'cmd')].filter(command => command !== undefined)]
		: node?.kind === 'scalar' ? [node]
		: itemsOf(node);
	const conditions = ['preconditions', 'status'].flatMap(key => itemsOf(valueOf(task, key)));
	for (const command of [...conditions, ...commands]) {
		const scalar = scalarOf(command) ?? ['cmd', 'defer', 'sh'].map(key => scalarOf(valueOf(asMap(command), key))).find(found => found !== undefined);
		if (!scalar || command.kind === 'alias') { continue; }
		const items = itemsOf(valueOf(asMap(command), 'for')).flatMap(item => scalarOf(item) ?? []).slice(0, most);
		reader.rounds(Math.max(1, items.length), index => {
			const item = items[index];
			const values = item && !item.value.includes('{{')
				? new Map([...variables.values, ['ITEM', { value: item.value, open: [], source: { file: reader.file, span: item.span } }] as const])
				: variables.values;
			reader.script(
				templatesAsVariables(defaultsAsShell(reader.map(scalar)), /\{\{-?\s*\.(\w+)\s*-?\}\}/g),
				{ folders, environment: variables.environment, variables: values },
			);
		});
	}
}

/** `{{.TAG | default "dev"}}` becomes `${TAG:-dev}`. */
function defaultsAsShell(map: TextMap): TextMap {
	return replacedIn(map, defaulted, match => `\${${match[1] ?? match[4]!}:-${(match[2] ?? match[3] ?? '').replace(/[^\w./:@-]/g, '')}}`);
}

/** `{{.TAG}}` becomes `${TAG}`, so that the shell's reading of variables serves for both. */
export function templatesAsVariables(map: TextMap, pattern: RegExp): TextMap {
	return replacedIn(map, pattern, match => `\${${match[1]!.replaceAll('-', '_')}}`);
}

/** Puts something else in the place of what `pattern`, a global one, finds in a text with templates. */
export function replacedIn(map: TextMap, pattern: RegExp, shell: (match: RegExpMatchArray) => string): TextMap {
	if (!map.text.includes('{{')) { return map; }
	const builder = new TextMapBuilder();
	let from = 0;
	for (const match of map.text.matchAll(pattern)) {
		const end = match.index + match[0].length;
		builder.verbatim(map.text.slice(from, match.index), from).replaced(shell(match), match.index, end);
		from = end;
	}
	return composeMap(map, builder.verbatim(map.text.slice(from), from).build());
}
