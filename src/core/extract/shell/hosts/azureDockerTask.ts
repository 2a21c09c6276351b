import type { Span } from '../../../model/index.ts';
import { TextMapBuilder } from '../../../util/textMap.ts';
import type { TextMap } from '../../../util/textMap.ts';
import { appendMapped } from '../../appendMapped.ts';
import { asMap, pairsOf, valueOf } from '../../yaml/lookup.ts';
import type { YamlMap, YamlScalar } from '../../yaml/yamlNode.ts';
import { textWord } from '../textWord.ts';
import type { VariableSyntax } from '../textWord.ts';
import { macrosAsVariables } from './azureMacros.ts';
import { scalarOf } from './hostReader.ts';
import type { HostReader } from './hostReader.ts';
import type { ScriptSetting } from '../parseCommands.ts';

/** What the pipeline around a task gives. */
export interface TaskSetting {
	readonly folders: readonly string[];
	readonly syntax: VariableSyntax;
	readonly variables: ScriptSetting['variables'];
}

/**
 * `Docker@2` and its forerunners as the commands that they run: `docker build`, `docker push` or one after the other. Where a service
 * connection gives the registry, the names stay open.
 */
export function readDockerTask(reader: HostReader, step: YamlMap, { folders, syntax, variables }: TaskSetting): void {
	const task = scalarOf(valueOf(step, 'task'));
	const inputs = asMap(valueOf(step, 'inputs'));
	if (!task || !inputs || !/^Docker@\d/i.test(task.value)) { return; }
	const input = (name: string): YamlScalar | undefined => scalarOf(pairsOf(inputs).find(({ key }) => key.value.toLowerCase() === name)?.value);
	const action = input('command');
	const name = (action?.value ?? 'buildAndPush').toLowerCase();
	const repository = input('repository') ?? input('imagename');
	const tags = tagsOf(reader, input('tags'), syntax);
	// A command stands from its tool to its last word, whatever the order of the keys.
	const tool = task.span.end <= inputs.span.start ? task.span : startOf(inputs.span);
	const add = (subcommand: string, at: Span, write: (words: Words) => void): void => {
		const words = new Words();
		words.put('docker', at);
		words.put(subcommand, action ? action.span : at);
		write(words);
		reader.collection.add(words.map(), { file: reader.file, text: reader.text, host: 'azure', folders, editable: false, ...(variables && { variables }) });
	};
	const images = (words: Words, flag: string): void => {
		if (!repository) { return; }
		const map = macrosAsVariables(reader.map(repository));
		for (const tag of tags) {
			if (flag !== '') { words.put(flag, startOf(repository.span)); }
			words.append(map, input('containerregistry') ? '${_registry_}/' : '', /:[^/]*$/.test(map.text) ? '' : tag);
		}
	};
	if (name.startsWith('build')) {
		const dockerfile = input('dockerfile');
		const path = (dockerfile?.value ?? 'Dockerfile')
			.replace(/^\*\*\//, '')
			.replace(/^\$\((?:Build\.SourcesDirectory|System\.DefaultWorkingDirectory)\)\//, '');
		add('build', tool, words => {
			words.put(/[*$\s'"]/.test(path) ? '--file=$_glob_' : `--file=${path}`, dockerfile ? dockerfile.span : endOf(tool));
			images(words, '-t');
			const further = input('arguments');
			if (further) { words.append(macrosAsVariables(reader.map(further)), '', ''); }
			words.put('.', endOf(inputs.span));
		});
	}
	if (/push/.test(name) && repository) { add('push', endOf(tool), words => { images(words, ''); }); }
}

/** `:tag` for each line of `tags`; a tag that stays open is a variable. */
function tagsOf(reader: HostReader, tags: YamlScalar | undefined, syntax: VariableSyntax): readonly string[] {
	const found = tags ? textWord(reader.map(tags), syntax) : undefined;
	const lines = found?.map.text.split(/[\n,]/).map(line => line.trim()).filter(Boolean) ?? [];
	if (lines.length === 0) { return [':${_tag_}']; }
	return lines.map(line => /^[\w.-]+$/.test(line) ? `:${line}` : ':${_tag_}');
}

/** Words of a command that are written in several places of a file. */
class Words {
	readonly #builder = new TextMapBuilder();

	/** A word that stands for what is at `span`. */
	put(text: string, { start, end }: Span): void {
		this.#builder.replaced(text, start, end).replaced(' ', end, end);
	}

	/** A word that is written there, with what is understood in front of it and behind it. */
	append(map: TextMap, before: string, after: string): void {
		const { start, end } = map.outerSpan({ start: 0, end: map.text.length });
		this.#builder.replaced(before, start, start);
		appendMapped(this.#builder, map, 0, map.text.length);
		this.#builder.replaced(after, end, end).replaced(' ', end, end);
	}

	map(): TextMap {
		return this.#builder.build();
	}
}

function startOf({ start }: Span): Span {
	return { start, end: start };
}

function endOf({ end }: Span): Span {
	return { start: end, end };
}
