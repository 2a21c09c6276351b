import type { CommandEnvironment } from '../../../model/index.ts';
import type { TextMap } from '../../../util/textMap.ts';

/** What a step's script literally sets for the steps behind it: `echo "NAME=value" >> "$GITHUB_ENV"` on a line of its own. */
export function exportedForLater(map: TextMap): readonly CommandEnvironment[] {
	return [...map.text.matchAll(line)].flatMap((match): readonly CommandEnvironment[] => {
		const { name, value } = match.groups ?? {};
		if (name === undefined || value === undefined) { return []; }
		const start = match.index + match[0].indexOf('=') + 1;
		return [{ name, value: { span: map.outerSpan({ start, end: start + value.length }), text: value, value, open: [] }, scope: 'script' }];
	});
}

const line = /^echo[ \t]+["']?(?<name>[A-Za-z_]\w*)=(?<value>[\w./:@,-]+)["']?[ \t]*>>[ \t]*(?:\$GITHUB_ENV|"\$GITHUB_ENV"|\$\{GITHUB_ENV\}|"\$\{GITHUB_ENV\}")[ \t]*\r?$/gm;
