import type { ExtractInput } from '../card.ts';
import { readYaml } from '../yaml/readYaml.ts';
import type { YamlDocument } from '../yaml/yamlNode.ts';
import { readDotenv } from './dotenv.ts';
import { scopeWith } from './scope.ts';
import type { Scope } from './scope.ts';
import { makeSource } from './source.ts';
import type { Source } from './source.ts';

/** The files of one extraction, each read and parsed once. */
export interface ComposeFiles {
	/** Every path that was asked for beside the extracted file, there or not. */
	readonly asked: ReadonlySet<string>;
	/** The text of a file; `undefined` when it was not given. */
	text(path: string): string | undefined;
	/** A Compose file with what its paths are relative to and where it looks variables up. */
	source(path: string, folder: string, scope: Scope): Source | undefined;
	/** A scope with environment files in it: what is outside wins, of the files the last. */
	scope(outer: Scope, environmentFiles: readonly string[]): Scope;
}

/** Gives out the files that came with the extraction. */
export function composeFiles({ file, text, files }: ExtractInput): ComposeFiles {
	const asked = new Set<string>();
	const parsed = new Map<string, readonly YamlDocument[]>();
	const textOf = (path: string): string | undefined => {
		if (path === file) { return text; }
		asked.add(path);
		return files.get(path);
	};
	return {
		asked,
		text: textOf,
		source(path, folder, scope) {
			const found = textOf(path);
			return found === undefined ? undefined : makeSource(path, found, folder, scope, () => {
				const documents = parsed.get(path) ?? readYaml(found);
				parsed.set(path, documents);
				return documents;
			});
		},
		scope(outer, environmentFiles) {
			let variables: ReturnType<typeof readDotenv> = new Map();
			for (const path of environmentFiles) {
				const found = textOf(path);
				if (found !== undefined) { variables = new Map([...variables, ...readDotenv(path, found, scopeWith(outer, variables))]); }
			}
			return scopeWith(outer, variables);
		},
	};
}
