import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { composeMap } from '../../util/composeMap.ts';
import { type HostReader, type HostVariables, scalarOf } from '../shell/hosts/hostReader.ts';
import { joinedCommand } from '../shell/hosts/joinedCommand.ts';
import { dollars } from '../shell/pipelines/listedVariables.ts';
import type { ShellVariable } from '../shell/shellScope.ts';
import { asMap, itemsOf, valueOf } from '../yaml/lookup.ts';
import type { YamlMap, YamlPair, YamlScalar } from '../yaml/yamlNode.ts';
import type { Parameters } from './parameters.ts';
import { walkMaps } from './walkMaps.ts';

const shebang = /^\s*#!\s*(?:\/usr)?\/bin\/(?:env\s+)?(?:ba|da|a|z|k)?sh\b/;
const shell = /(?:^|\/)(?:ba|da|a|z|k)?sh$/;

/** kaniko's image runs its executor. */
const kaniko = /(?:^|\/)(?:kaniko[\w-]*\/executor|kaniko-executor)(?:[:@]|$)/;

/** Reads what containers run, `command` with `args`; of the steps of Tekton and the templates of Argo (`runsSteps`) also `script` and `script.source`. */
export function readStepScripts(reader: HostReader, object: YamlMap, parameters: Parameters, runsSteps: boolean): void {
	const given = new Map<string, ShellVariable | 'unknown'>([...runsSteps ? parameters : []].flatMap(([name, { value, source }]) =>
		value !== undefined ? [[shellName(name), { value, open: [], ...(source && { source }), environmentDependent: true }] as const] : []));
	for (const { map } of walkMaps(object)) {
		if (!valueOf(map, 'image')) { continue; }
		const { values: variables, environment } = environmentOf(reader, map, given);
		const script = runsSteps ? scalarOf(valueOf(map, 'script')) ?? scalarOf(valueOf(map, 'source')) : undefined;
		if (script && (shebang.test(script.value) || !/^\s*#!/.test(script.value))) {
			reader.script(withParameters(reader.map(script)), { folders: [''], variables, environment });
		}
		const command = itemsOf(valueOf(map, 'command'));
		const [program, ...words] = [...command, ...itemsOf(valueOf(map, 'args'))].flatMap(item => scalarOf(item) ?? []);
		if (!program) { continue; }
		const add = (name: TextMap, args: readonly YamlScalar[]): void => {
			reader.collection.add(joinedCommand(name, args.map(word => withParameters(reader.map(word))), reader.text), {
				file: reader.file, text: reader.text, host: reader.host, folders: [''], variables, environment, editable: false,
			});
		};
		if (command.length === 0) {
			if (kaniko.test(scalarOf(valueOf(map, 'image'))?.value ?? '')) {
				add(new TextMapBuilder().replaced('/kaniko/executor', program.span.start, program.span.start).build(), [program, ...words]);
			}
			continue;
		}
		if (shell.test(program.value)) {
			const at = words.findIndex(({ value }) => /^-[a-z]*c$/.test(value));
			const text = at === -1 ? undefined : words[at + 1];
			if (text) { reader.script(withParameters(reader.map(text)), { folders: [''], variables, environment }); }
			continue;
		}
		add(withParameters(reader.map(program)), words);
	}
}

/** The container's `env`; what a Secret or a ConfigMap gives is not known. */
function environmentOf(reader: HostReader, container: YamlMap, values: HostVariables['values']): HostVariables {
	const pairs = itemsOf(valueOf(container, 'env')).flatMap((item): YamlPair[] => {
		const entry = asMap(item);
		const [key, value] = [scalarOf(valueOf(entry, 'name')), scalarOf(valueOf(entry, 'value'))];
		return key && value ? [{ key, value }] : [];
	});
	return pairs.length === 0
		? { values, environment: [] }
		: reader.variables({ kind: 'map', pairs, flow: false, span: container.span }, { values, environment: [] }, dollars);
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
