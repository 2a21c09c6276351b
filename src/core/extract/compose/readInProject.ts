import { parseReference } from '../../reference/parseReference.ts';
import type { ComposeContext } from './composeContext.ts';
import { addUse } from './composeContext.ts';
import type { ComposeFiles } from './composeFiles.ts';
import { keysOf, under } from './layers.ts';
import type { Project } from './project.ts';
import { addServiceUses } from './serviceUses.ts';
import { servicesOf } from './services.ts';
import { textOf } from './source.ts';
import type { ComposeText } from './source.ts';

/** What a file says as a part of one project. */
export function readInProject(project: Project, { file, text }: { readonly file: string; readonly text: string }, files: ComposeFiles): ComposeContext {
	const context: ComposeContext = { file, text, uses: new Map(), builds: [], entries: [] };
	for (const service of servicesOf(project, file, files)) { addServiceUses(context, service); }
	const models = under(project.levels.map(level => level.root), 'models');
	for (const { name, pair } of keysOf(models)) {
		const model = under(under(models, name), 'model')[0];
		const value = textOf(model);
		if (!model || !value) { continue; }
		const foreign = isForeignModel(value);
		// Its names may hold what no reference can: nothing is wrong with them.
		const read = foreign && !parseReference(value.value.text).ok ? { ...value, open: true } : value;
		addUse(
			context,
			read,
			model.source.file,
			{ kind: 'compose-model', role: 'artifact', owner: { label: `model ${name}`, span: pair.key.span }, ...(foreign && { optional: true }) },
		);
	}
	return context;
}

/** Model Runner also pulls from Hugging Face, whose names follow other rules; no registry is asked about them. */
function isForeignModel(text: ComposeText): boolean {
	return /^(?:https:\/\/)?(?:hf\.co|huggingface\.co)\//i.test(text.value.text);
}
