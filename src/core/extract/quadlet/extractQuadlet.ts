import type { BuildLink, FileFacts, ImageUse, UseClass, VariableUse } from '../../model/index.ts';
import { baseName, folderOf, joinPath } from '../../util/filePath.ts';
import type { TextMap } from '../../util/textMap.ts';
import type { ExtractInput } from '../card.ts';
import { emptyFacts } from '../emptyFacts.ts';
import { makeUse } from '../makeUse.ts';
import { csvFields } from '../registryRef.ts';
import { subMap } from '../subMap.ts';
import { expandSpecifiers } from './expandSpecifiers.ts';
import { readUnit } from './readUnit.ts';
import type { UnitEntry } from './readUnit.ts';

/**
 * The images of a Quadlet unit (podman-systemd.unit): `Image=` of containers, images and volumes, `Artifact=`, `Mount=type=image`, the `ImageTag=`
 * that a build makes, and its link to the Containerfile. `Image=x.image` and `x.build` name other units (`local`).
 */
export function extractQuadlet({ file, text }: ExtractInput): FileFacts {
	const units = readUnit(text);
	const uses: ImageUse[] = [];
	const serviceName = units.findLast(({ key }) => key === 'ServiceName')?.value.text;
	const platforms = unitPlatforms(units);
	const owner = (entry: UnitEntry): NonNullable<ImageUse['owner']> =>
		({ label: `unit ${baseName(file)}`, span: { start: entry.keyStart, end: entry.keyStart + entry.key.length } });
	const add = (entry: UnitEntry, written: TextMap, role: UseClass): void => {
		const { value, open } = expandSpecifiers(withoutQuotes(written), file, serviceName);
		if (value.text.trim() === '') { return; }
		const span = value.outerSpan({ start: 0, end: value.text.length });
		const local = /\.(?:image|build)$/.test(value.text)
			|| /^(?:containers-storage|docker-archive|docker-daemon|oci|oci-archive|dir|sif|ostree):/.test(value.text);
		const stripped = value.text.startsWith('docker://') ? subMap(value, 9, value.text.length) : value;
		uses.push(makeUse(text, {
			kind: 'quadlet-image', role, value: stripped, owner: owner(entry),
			span: stripped === value ? span : stripped.outerSpan({ start: 0, end: stripped.text.length }),
			open: local || open || value.text.includes('$'), platforms,
			...(local && { openClass: 'local' as const }),
		}));
	};
	for (const section of ['Container', 'Image', 'Volume', 'Artifact']) {
		const key = section === 'Artifact' ? section : 'Image';
		// A key that is given twice counts once: the last.
		const image = units.findLast(entry => entry.section === section && entry.key === key);
		if (image) { add(image, image.value, key === 'Artifact' ? 'artifact' : 'image'); }
	}
	for (const entry of units) {
		if (entry.section === 'Build' && entry.key === 'ImageTag') { add(entry, entry.value, 'build-output'); }
		if (entry.section !== 'Container' || entry.key !== 'Mount') { continue; }
		const source = imageMount(entry.value);
		if (source) { add(entry, source, 'image'); }
	}
	const build = buildLink(file, units);
	uses.sort((a, b) => a.span.start - b.span.start);
	return { ...emptyFacts(file, 'quadlet', text), uses, builds: build ? [build] : [] };
}

/** What `Arch=`, `OS=` and `Variant=`, or flags in `PodmanArgs=`, ask for. */
function unitPlatforms(units: readonly UnitEntry[]): readonly string[] {
	const given = units.filter(({ section }) => section !== 'Build');
	const args = given.filter(({ key }) => key === 'PodmanArgs').map(({ value }) => value.text).join(' ');
	const flag = (name: string): string | undefined => new RegExp(`(?:^|\\s)--${name}[= ]["']?([\\w./-]+)`).exec(args)?.[1];
	const key = (name: string): string | undefined => given.findLast(entry => entry.key === name)?.value.text;
	const whole = flag('platform');
	const architecture = flag('arch') ?? key('Arch');
	if (whole !== undefined || architecture === undefined) { return whole === undefined ? [] : [whole]; }
	return [[flag('os') ?? key('OS') ?? 'linux', architecture, flag('variant') ?? key('Variant') ?? []].flat().join('/')];
}

/** Quadlet drops the double quotes around a value, however many; others belong to it. */
function withoutQuotes(value: TextMap): TextMap {
	let start = 0;
	let end = value.text.length;
	while (value.text[start] === '"') { start++; }
	while (end > start && value.text[end - 1] === '"') { end--; }
	return start === 0 && end === value.text.length ? value : subMap(value, start, end);
}

function imageMount(written: TextMap): TextMap | undefined {
	const value = /^'[^']*'$/.test(written.text) ? subMap(written, 1, written.text.length - 1) : withoutQuotes(written);
	const fields = csvFields(value.text).map(span => ({ span, text: value.text.slice(span.start, span.end) }));
	if (!fields.some(field => field.text === 'type=image')) { return undefined; }
	const source = fields.find(field => /^(?:source|src)=/.test(field.text));
	return source && subMap(value, source.span.start + source.text.indexOf('=') + 1, source.span.end);
}

function buildLink(file: string, units: readonly UnitEntry[]): BuildLink | undefined {
	const last = (key: string): UnitEntry | undefined => units.findLast(entry => entry.section === 'Build' && entry.key === key);
	const written = last('File');
	const folder = last('SetWorkingDirectory');
	const path = written?.value.text ?? 'Containerfile';
	const base = folder && !/^(?:file|unit|yaml)$/.test(folder.value.text) ? joinPath(folderOf(file), folder.value.text) : folderOf(file);
	if ((!written && !folder) || /^[a-z]+:\/\/|%/i.test(path) || /%|:\/\//.test(folder?.value.text ?? '')) { return undefined; }
	const at = (written ?? folder)!;
	const target = last('Target');
	const args = units.filter(entry => entry.section === 'Build' && entry.key === 'BuildArg').map(({ value }): VariableUse => {
		const equals = value.text.indexOf('=');
		const span = value.outerSpan({ start: equals + 1, end: value.text.length });
		const name = equals === -1 ? value.text : value.text.slice(0, equals);
		return { name, origin: 'build-arg', source: { file, span }, ...(equals !== -1 && { value: value.text.slice(equals + 1) }) };
	});
	const arch = last('Arch');
	return {
		dockerfile: joinPath(base, path), args, contexts: {},
		...(target && { target: target.value.text }),
		platforms: arch ? [`linux/${arch.value.text}`] : [],
		at: { file, span: at.value.outerSpan({ start: 0, end: at.value.text.length }) },
		label: `unit ${baseName(file)}`,
	};
}
