import { TextMapBuilder } from '../../../util/textMap.ts';
import type { TextMap } from '../../../util/textMap.ts';
import { addMakeText } from './addMakeText.ts';
import type { RecipeNames } from './addMakeText.ts';
import { continues } from './makeLines.ts';
import type { Line } from './makeLines.ts';

/** Text of a recipe for a shell. */
export interface RecipeShell {
	readonly map: TextMap;
	/** The references that are more than a name, by the shell variable that stands for them. */
	readonly expressions: ReadonlyMap<string, string>;
}

/** A piece of a line that a shell runs. */
export function commandShell(text: string, start: number, end: number): RecipeShell {
	return shellOf(false, (builder, names) => { addMakeText(builder, text, start, end, names); });
}

/** Lines of a recipe, or of a `define`; `twice`: make fills in a second time what it evaluates. */
export function recipeShell(text: string, lines: readonly Line[], prefix: string, twice: boolean): RecipeShell {
	return shellOf(twice, (builder, names) => {
		let continued = false;
		for (const line of lines) {
			let from = line.text.startsWith(prefix) ? prefix.length : 0;
			// `@`, `-` and `+` belong to make; a continuation line has none.
			if (!continued) { from += /^[ \t]*[@+-][@+\- \t]*|^[ \t]*/.exec(line.text.slice(from))![0].length; }
			addMakeText(builder, text, line.start + from, line.start + line.text.length, names);
			continued = continues(line);
		}
	});
}

function shellOf(twice: boolean, add: (builder: TextMapBuilder, names: RecipeNames) => void): RecipeShell {
	const builder = new TextMapBuilder();
	const expressions = new Map<string, string>();
	const byText = new Map<string, string>();
	add(builder, {
		twice,
		expression: reference => {
			const name = byText.get(reference) ?? `_make_${byText.size}_`;
			byText.set(reference, name);
			expressions.set(name, reference);
			return name;
		},
	});
	return { map: builder.build(), expressions };
}
