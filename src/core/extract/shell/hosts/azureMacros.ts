import { composeMap } from '../../../util/composeMap.ts';
import { TextMapBuilder } from '../../../util/textMap.ts';
import type { TextMap } from '../../../util/textMap.ts';

/** `$(Build.BuildId)` is filled in before the shell sees it; to a shell it would be a command. */
export function macrosAsVariables(map: TextMap): TextMap {
	const builder = new TextMapBuilder();
	let from = 0;
	for (const match of map.text.matchAll(/\$\(([A-Za-z][\w.-]*)\)/g)) {
		const end = match.index + match[0].length;
		builder.verbatim(map.text.slice(from, match.index), from).replaced(`\${${shellName(match[1]!)}}`, match.index, end);
		from = end;
	}
	return composeMap(map, builder.verbatim(map.text.slice(from), from).build());
}

/** A variable of the pipeline as a shell may name it. */
export function shellName(name: string): string {
	return name.replace(/[.-]/g, '_');
}
