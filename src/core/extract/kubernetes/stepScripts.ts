import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { composeMap } from '../../util/composeMap.ts';
import { type HostReader, scalarOf } from '../shell/hosts/hostReader.ts';
import { joinedCommand } from '../shell/hosts/joinedCommand.ts';
import type { ShellVariable } from '../shell/shellScope.ts';
import { itemsOf, valueOf } from '../yaml/lookup.ts';
import type { YamlMap } from '../yaml/yamlNode.ts';
import type { Parameters } from './parameters.ts';
import { walkMaps } from './walkMaps.ts';

const shebang = /^\s*#!\s*(?:\/usr)?\/bin\/(?:env\s+)?(?:ba|da|a|z|k)?sh\b/;
const shell = /(?:^|\/)(?:ba|da|a|z|k)?sh$/;

/** Reads what the steps of Tekton and the templates of Argo run: `script`, `script.source`, `command` with `args`. */
export function readStepScripts(reader: HostReader, object: YamlMap, parameters: Parameters): void {
	const variables = new Map<string, ShellVariable | 'unknown'>([...parameters].flatMap(([name, { value, source }]) =>
		name.startsWith('params.') && value !== undefined ? [[shellName(name), { value, open: [], ...(source && { source }), environmentDependent: true }] as const] : []));
	for (const { map } of walkMaps(object)) {
		if (!valueOf(map, 'image')) { continue; }
		const script = scalarOf(valueOf(map, 'script')) ?? scalarOf(valueOf(map, 'source'));
		if (script && (shebang.test(script.value) || !/^\s*#!/.test(script.value))) { reader.script(withParameters(reader.map(script)), { folders: [''], variables }); }
		const [program, ...words] = [...itemsOf(valueOf(map, 'command')), ...itemsOf(valueOf(map, 'args'))].flatMap(item => scalarOf(item) ?? []);
		if (!program) { continue; }
		if (shell.test(program.value)) {
			const at = words.findIndex(({ value }) => /^-[a-z]*c$/.test(value));
			const text = at === -1 ? undefined : words[at + 1];
			if (text) { reader.script(withParameters(reader.map(text)), { folders: [''], variables }); }
			continue;
		}
		reader.collection.add(joinedCommand(withParameters(reader.map(program)), words.map(word => withParameters(reader.map(word))), reader.text), {
			file: reader.file, text: reader.text, host: reader.host, folders: [''], variables, editable: false,
		});
	}
}

/** `$(params.image)` is filled in before the shell sees it. */
function withParameters(map: TextMap): TextMap {
	const builder = new TextMapBuilder();
	let from = 0;
	for (const match of map.text.matchAll(/\$\(((?:params|workspaces|results|tasks|context|steps)\.[\w.-]+)\)|\{\{\s*((?:inputs|workflow)\.[\w.-]+)\s*\}\}/g)) {
		const end = match.index + match[0].length;
		builder.verbatim(map.text.slice(from, match.index), from).replaced(`\${${shellName((match[1] ?? match[2])!)}}`, match.index, end);
		from = end;
	}
	return from === 0 ? map : composeMap(map, builder.verbatim(map.text.slice(from), from).build());
}

function shellName(name: string): string {
	return name.replace(/[.-]/g, '_');
}
