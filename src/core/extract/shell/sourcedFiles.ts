import { folderOf, joinPath } from '../../util/filePath.ts';

const piece = String.raw`"(?:[^"$\n]|\$\([^()\n]*\)|\$)*"|'[^'\n]*'|\$\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\$\{[^}\n]*\}|[^\s;&|"'()]`;
/** `. ./env.sh` and `source "$(dirname "$0")/env.sh"`. */
const sourced = new RegExp(String.raw`(?:^|[;&|{]|\b(?:then|do|else))[ \t]*(?:source|\.)[ \t]+((?:${piece})+)`, 'gm');
const exported = /\$\((?:cat|grep|sed)[ \t][^()\n]*?([\w./-]*\.env[\w.-]*)/g;

/** The paths that the files which a script reads into its own shell may have; most of them are not there. */
export function sourcedFiles(file: string, text: string): readonly string[] {
	if (!/(?:source|\.)[ \t]|\.env/.test(text)) { return []; }
	const written = [...text.matchAll(sourced), ...text.matchAll(exported)].slice(0, 20).map(match => match[1]!);
	return [...new Set(written.flatMap(word => sourcedPaths(file, word)))];
}

/** No path is longer on Linux (`PATH_MAX`). */
const longestPath = 4096;

/** Where the file that one word names may be, the likeliest first. A variable in front is taken for the script's folder, or one above it. */
export function sourcedPaths(file: string, word: string): readonly string[] {
	if (word.length > longestPath) { return []; }
	const [, before, path] = /^(.*?)((?:\.{1,2}\/)*[\w.-]+(?:\/[\w.-]+)*)$/.exec(word.replace(/["']/g, '')) ?? [];
	if (before === undefined || path === undefined || !(before === '' || /\$.*[^/]\/$/.test(before)) || /^\/|\$\(.*\$\(.*\$\(/.test(before)) { return []; }
	const own = folderOf(file);
	return [...new Set([own, own === '' ? '' : folderOf(own)].map(folder => joinPath(folder, path)))];
}

/** The file of `export $(grep -v '^#' .env | xargs)`, as written. */
export function exportedFile(word: string): string | undefined {
	return [...word.matchAll(exported)][0]?.[1];
}
