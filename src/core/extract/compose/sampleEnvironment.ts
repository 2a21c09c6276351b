import type { ImageUse } from '../../model/index.ts';
import { folderOf, joinPath } from '../../util/filePath.ts';
import type { ComposeFiles } from './composeFiles.ts';

const names = ['.env.example', '.env.sample', '.env.dist', '.env.template', 'env.example', 'example.env', 'sample.env'];

/** What stands in for a `.env` that everybody writes for himself; nothing where the project has one. */
export function sampleFiles(file: string, text: string, files: ComposeFiles): readonly string[] {
	const beside = (name: string): string => joinPath(folderOf(file), name);
	if (!text.includes('$') || files.text(beside('.env')) !== undefined) { return []; }
	return names.flatMap(name => files.text(beside(name)) ?? []);
}

/** Variables without a value that a sample of `.env` gives one come from there: the value is everybody's own. */
export function withSamples(uses: readonly ImageUse[], samples: readonly string[]): readonly ImageUse[] {
	if (samples.length === 0) { return uses; }
	return uses.map(use => {
		const variables = use.variables.map(variable => {
			const isGiven = variable.value === undefined
				&& variable.origin === undefined
				&& samples.some(text => new RegExp(`^[ \\t#]*(?:export[ \\t]+)?${variable.name}[ \\t]*=`, 'm').test(text));
			return isGiven ? { ...variable, origin: 'env-file' as const } : variable;
		});
		return { ...use, variables };
	});
}
