import { composeMap } from '../../../util/composeMap.ts';
import { TextMapBuilder } from '../../../util/textMap.ts';
import type { TextMap } from '../../../util/textMap.ts';
import { resolved } from '../../yaml/lookup.ts';
import type { YamlNode } from '../../yaml/yamlNode.ts';
import type { HostReader, HostVariables } from '../hosts/hostReader.ts';
import { ShellScope } from '../shellScope.ts';

/** A shell that starts in one of `folders` with the variables of a pipeline. */
export function shellOf(folders: readonly string[], { environment, values }: HostVariables): ShellScope {
	return new ShellScope(folders, environment, values);
}

/** Reads a command or a list of commands in one shell; `prepare` turns what the pipeline itself fills in into shell. */
export function readScripts(
	reader: HostReader,
	written: YamlNode | undefined,
	scope: ShellScope,
	prepare: (map: TextMap) => TextMap = map => map,
	depth = 0,
): void {
	const node = resolved(written);
	if (!node || depth > 10) { return; }
	if (node.kind === 'seq') { for (const item of node.items) { readScripts(reader, item, scope, prepare, depth + 1); } return; }
	if (node.kind === 'scalar') { reader.script(prepare(reader.map(node)), {}, scope); }
}

/** `$$` is a dollar sign for the shell where the pipeline fills in `$NAME` itself. */
export function withoutDoubleDollars(map: TextMap): TextMap {
	if (!map.text.includes('$$')) { return map; }
	const builder = new TextMapBuilder();
	let from = 0;
	for (const { index } of map.text.matchAll(/\$\$(?=[\w{(])/g)) {
		builder.verbatim(map.text.slice(from, index), from).replaced('$', index, index + 2);
		from = index + 2;
	}
	return composeMap(map, builder.verbatim(map.text.slice(from), from).build());
}
