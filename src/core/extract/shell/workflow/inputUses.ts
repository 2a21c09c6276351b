import type { ImageUse } from '../../../model/index.ts';
import type { TextMap } from '../../../util/textMap.ts';
import { subMap } from '../../subMap.ts';
import type { HostReader } from '../hosts/hostReader.ts';
import type { VariableSyntax } from '../textWord.ts';
import { actionInputs, type InputSyntax } from './actionInputs.ts';

/** What `set` of docker/bake-action gives a target, as docker/build-push-action's inputs have it. */
const settings: ReadonlyMap<string, InputSyntax> = new Map(Object.entries(actionInputs['docker/build-push-action']!));

/** Adds the references that the value of an action's input holds. */
export function inputUses(reader: HostReader, map: TextMap, input: InputSyntax, syntax: VariableSyntax, owner: ImageUse['owner']): void {
	const add = (from: number, to: number): void => { reader.use(subMap(map, from, to), input.kind, input.class, syntax, owner); };
	if (input.form === 'one') { add(0, map.text.length); return; }
	for (const { start, text } of pieces(map.text, input.form === 'list' ? /[\n,]/ : /\n/)) {
		if (text.trim() === '' || text.trimStart().startsWith('#')) { continue; }
		if (input.form === 'set') {
			const set = /^\s*[^=\s]+\.([\w-]+)\+?=/.exec(text);
			const meaning = set && settings.get(set[1]!);
			if (meaning) { inputUses(reader, subMap(map, start + set[0].length, start + text.length), meaning, syntax, owner); }
			continue;
		}
		const field = fieldOf(text, input.form);
		if (field) { add(start + field.start, start + field.end); }
	}
}

function pieces(text: string, separator: RegExp): readonly { readonly start: number; readonly text: string }[] {
	const found: { start: number; text: string }[] = [];
	let start = 0;
	// Commas and line ends inside an expression separate nothing.
	const hidden = text.replace(/\$\{\{[^]*?\}\}/g, piece => 'x'.repeat(piece.length));
	for (const piece of hidden.split(separator)) {
		found.push({ start, text: text.slice(start, start + piece.length) });
		start += piece.length + 1;
	}
	return found;
}

function fieldOf(text: string, form: InputSyntax['form']): { readonly start: number; readonly end: number } | undefined {
	const field = (name: string): { start: number; end: number } | undefined => {
		const match = new RegExp(`(?:^|[\\s,"])${name}=((?:\\$\\{\\{[^]*?\\}\\}|[^,"\\s])+)`).exec(text);
		return match ? { start: match.index + match[0].length - match[1]!.length, end: match.index + match[0].length } : undefined;
	};
	switch (form) {
		case 'list': return { start: 0, end: text.length };
		case 'names': return field('name') ?? (/^[^=,]*$/.test(text) ? { start: 0, end: text.length } : { start: 0, end: text.search(/,|$/) });
		case 'cache': return /(?:^|[\s,"])type=registry\b/.test(text) ? field('ref') : /=/.test(text) ? undefined : { start: 0, end: text.length };
		case 'output': return /type=(?:image|registry|docker|oci)\b/.test(text) ? field('name') : undefined;
		case 'driver': return field('image');
		case 'scout': {
			const start = /^\s*(?:(?:image|registry):\/\/)?/.exec(text)![0].length;
			return text.includes('://', start) ? undefined : { start, end: text.length };
		}
		case 'context': {
			const match = /=docker-image:\/\/(\S+)/.exec(text);
			return match ? { start: match.index + match[0].length - match[1]!.length, end: match.index + match[0].length } : undefined;
		}
		default: return undefined;
	}
}
