import { composeMap } from '../../util/composeMap.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';

/** Tests of Bats as a shell reads them: `@test "name" {` opens a group. */
export function batsMap(map: TextMap): TextMap {
	const builder = new TextMapBuilder();
	let from = 0;
	for (const match of map.text.matchAll(/^[ \t]*@test[ \t][^\n{]*(?=\{)/gm)) {
		builder.verbatim(map.text.slice(from, match.index), from);
		from = match.index + match[0].length;
	}
	return composeMap(map, builder.verbatim(map.text.slice(from), from).build());
}
