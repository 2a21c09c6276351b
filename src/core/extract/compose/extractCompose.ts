import type { FileFacts } from '../../model/index.ts';
import { folderOf, joinPath } from '../../util/filePath.ts';
import type { ExtractInput } from '../card.ts';
import { addUse } from './composeContext.ts';
import type { ComposeContext } from './composeContext.ts';
import { readDotenv } from './dotenv.ts';
import { keysOf, under } from './layers.ts';
import { scopeOf } from './scope.ts';
import type { Scope } from './scope.ts';
import { addServiceUses } from './serviceUses.ts';
import { extendedFiles, servicesOf } from './services.ts';
import { readSource, textOf } from './source.ts';
import type { ComposeText, Source } from './source.ts';

/** The references of a Compose file, resolved as compose-go resolves them. */
export function extractCompose(input: ExtractInput): FileFacts {
	const scope = scopeFor(input);
	const source = readSource(input.file, input.text, scope);
	const sources = new Map<string, Source | undefined>([[input.file, source]]);
	const sourceOf = (file: string): Source | undefined => {
		if (!sources.has(file)) {
			const text = input.files.get(file);
			sources.set(file, text === undefined ? undefined : readSource(file, text, scope));
		}
		return sources.get(file);
	};
	const context: ComposeContext = { source, environment: input.environment, uses: new Map(), builds: [], entries: [] };
	for (const service of servicesOf(source, sourceOf)) { addServiceUses(context, service); }
	const models = under(source.roots, 'models');
	for (const { name, pair } of keysOf(models)) {
		const model = under(under(models, name), 'model')[0];
		const text = textOf(model);
		if (!model || !text || isForeignModel(text)) { continue; }
		addUse(context, text, model.source, { kind: 'compose-model', role: 'artifact', owner: { label: `model ${name}`, span: pair.key.span } });
	}
	const uses = [...context.uses.values()].sort((a, b) => a.span.start - b.span.start);
	return { file: input.file, kind: 'compose', text: input.text, uses, commands: [], steps: [], builds: context.builds, evidence: [], entries: context.entries };
}

/** The `.env` file beside it and the files that its services extend, as far as they are known. */
export function composeNeeds(input: ExtractInput): readonly string[] {
	const needs = [dotenvOf(input.file)];
	if (!/\bextends\b/.test(input.text)) { return needs; }
	const scope = scopeFor(input);
	const seen = new Set<string>([input.file]);
	const open = [readSource(input.file, input.text, scope)];
	for (let source = open.pop(); source && seen.size < 50; source = open.pop()) {
		for (const file of extendedFiles(source)) {
			if (seen.has(file)) { continue; }
			seen.add(file);
			needs.push(file);
			const text = input.files.get(file);
			if (text !== undefined) { open.push(readSource(file, text, scope)); }
		}
	}
	return needs;
}

function scopeFor({ file, files, environment }: ExtractInput): Scope {
	const dotenv = dotenvOf(file);
	const text = files.get(dotenv);
	return scopeOf(environment, text === undefined ? new Map() : readDotenv(dotenv, text, environment));
}

function dotenvOf(file: string): string {
	return joinPath(folderOf(file), '.env');
}

/** Model Runner also pulls from Hugging Face, whose names follow other rules and are no registry references. */
function isForeignModel(text: ComposeText): boolean {
	return /^(?:https:\/\/)?(?:hf\.co|huggingface\.co)\//i.test(text.value.text);
}
