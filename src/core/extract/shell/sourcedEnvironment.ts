import type { CommandEnvironment } from '../../model/index.ts';
import { folderOf, joinPath } from '../../util/filePath.ts';
import { sliceMap } from '../../util/textMap.ts';
import { scriptCommands } from './scriptCommands.ts';
import { ShellScope } from './shellScope.ts';

/** `. ./env.sh` and `source env.sh`, the names that are written out. */
const sourced = /(?:^|[;&|{]|\b(?:then|do|else))[ \t]*(?:source|\.)[ \t]+(["']?)((?:\.{0,2}\/)?[\w.-]+(?:\/[\w.-]+)*)\1(?=[ \t]*(?:$|[;&|)}#\r]))/gm;

/** The paths of the files that a script reads into its own shell. */
export function sourcedFiles(file: string, text: string): readonly string[] {
	return [...new Set([...text.matchAll(sourced)].map(match => joinPath(folderOf(file), match[2]!)))].slice(0, 20);
}

/** What those files export: by `export`, and by any assignment where the script says `set -a`. */
export function sourcedEnvironment(file: string, text: string, files: ReadonlyMap<string, string>): readonly CommandEnvironment[] {
	return sourcedFiles(file, text).flatMap(path => {
		const other = files.get(path);
		if (other === undefined || !/\w=/.test(other)) { return []; }
		const scope = new ShellScope();
		scope.exportsAll = /\bset[ \t]+-(?:[b-z]*a|o[ \t]+allexport)\b/.test(text);
		scriptCommands(sliceMap(other, { start: 0, end: other.length }), scope, path, { outerText: other, host: 'shell', continuation: '\\', editable: false }, () => undefined);
		return scope.environment;
	});
}
