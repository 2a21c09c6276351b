import { baseName, folderOf } from '../../util/filePath.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { appendMapped } from '../appendMapped.ts';

/**
 * A value with the specifiers of systemd filled in that the name of the unit tells (systemd.unit, "Specifiers"): `%p`, `%N` and `%%`.
 * `serviceName` is what `ServiceName=` says. `open` when one stays that the machine decides, or that of an instance.
 */
export function expandSpecifiers(value: TextMap, file: string, serviceName?: string): { readonly value: TextMap; readonly open: boolean } {
	if (!value.text.includes('%')) { return { value, open: false }; }
	const known = specifiersOf(file, serviceName);
	const builder = new TextMapBuilder();
	let open = false;
	let at = 0;
	for (const { 0: written, index } of value.text.matchAll(/%[^]?/g)) {
		const text = known.get(written);
		open ||= text === undefined;
		appendMapped(builder, value, at, index);
		at = index + written.length;
		const outer = value.outerSpan({ start: index, end: at });
		builder.replaced(text ?? written, outer.start, outer.end);
	}
	appendMapped(builder, value, at, value.text.length);
	return { value: builder.build(), open };
}

/** `a.container` becomes the unit `a.service`, `a.image` becomes `a-image.service`. */
function specifiersOf(file: string, serviceName: string | undefined): ReadonlyMap<string, string> {
	const unit = /\.d\/[^/]*$/.test(file) ? baseName(folderOf(file)).slice(0, -'.d'.length) : baseName(file);
	const dot = unit.lastIndexOf('.');
	const kind = unit.slice(dot + 1).toLowerCase();
	const [prefix, instance] = (serviceName ?? unit.slice(0, dot)).split('@', 2);
	const ending = kind === 'container' || serviceName !== undefined ? '' : `-${kind}`;
	const known = new Map([['%%', '%'], ['%p', prefix! + ending]]);
	if (instance === undefined) { known.set('%N', prefix! + ending); }
	return known;
}
