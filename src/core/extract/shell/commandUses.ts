import type { ImageUse, Span, ToolCommand, UseClass, UseKind } from '../../model/index.ts';
import type { ReadCommand, RoleWord } from './readToolCommand.ts';
import { referenceUse } from './referenceUse.ts';

const otherTransports = /^(?:docker-archive|docker-daemon|oci|oci-archive|dir|containers-storage|ostree|tarball|sif|atomic|file|s3):/;

/** The image references of a command: its operands and the values of its flags. `index` is the command's place in the file's commands. */
export function commandUses(read: ReadCommand, index: number, outerText: string): readonly ImageUse[] {
	const { command } = read;
	if (command.host === 'markdown' && isProse(read)) { return []; }
	const owner = {
		label: command.subcommand === '' ? command.tool : `${command.tool} ${command.subcommand}`,
		span: { start: command.toolSpan.start, end: command.subcommandSpan.end },
	};
	const platforms = platformsOf(command);
	return read.roles.flatMap(role => {
		const value = role.word.map.text.slice(role.inner.start, role.inner.end);
		return findReferences(value, role, command).flatMap(found => {
			const inner = { start: role.inner.start + found.span.start, end: role.inner.start + found.span.end };
			const use = referenceUse(role.word, inner, { kind: found.kind, class: found.class, outerText, owner, command: index, platforms });
			if (!use) { return []; }
			return [found.neverPulled ? { ...use, neverPulled: true } : role.role === 'oci' ? withoutLatest(use) : use];
		});
	});
}

/** Of a chart without tag helm takes the newest version, or that of another flag: there is no `latest` to look up. */
function withoutLatest({ reference, ...use }: ImageUse): ImageUse {
	return { ...use, ...(reference && /[:@][^/]*$/.test(use.value ?? '') && { reference }) };
}

/** `docker pull the image first`: more words than the command could take. */
function isProse({ command, syntax }: ReadCommand): boolean {
	const roles = (syntax.operands ?? '').split(' ');
	if (syntax.operands === undefined || syntax.stops) { return false; }
	return roles.at(-1)!.endsWith('+') ? command.operands.some(({ value }) => /\w[,.;]$/.test(value)) : command.operands.length > roles.length + 1;
}

/** `--platform` values that are known; `--arch` of podman and buildah and `--override-arch` of skopeo mean Linux unless told otherwise. */
export function platformsOf(command: ToolCommand): readonly string[] {
	const known = (...names: readonly string[]): string | undefined => {
		const value = command.flags.findLast(({ long }) => long !== undefined && names.includes(long))?.value;
		return value && value.open.length === 0 ? value.value : undefined;
	};
	const architecture = known('arch', 'override-arch');
	if (architecture) { return [[known('os', 'override-os') ?? 'linux', architecture, known('variant', 'override-variant') ?? []].flat().join('/')]; }
	return command.flags.flatMap(({ long, value }) => long === 'platform' && value && value.open.length === 0 ? value.value.split(',').filter(Boolean) : []);
}

interface Found {
	readonly span: Span;
	readonly kind: UseKind;
	readonly class: UseClass;
	readonly neverPulled?: boolean;
}

function findReferences(value: string, { role, word }: RoleWord, command: ToolCommand): readonly Found[] {
	if (command.tool === 'cosign' && command.flags.some(({ long }) => long === 'local-image')) { return []; }
	const all = { start: 0, end: value.length };
	switch (role) {
		case 'pull': return isPath(value) ? [] : [{ span: all, kind: 'command-pull', class: 'image' }];
		case 'inspect': return isPath(value) || /^sha256:[0-9a-f]{64}$/.test(value) ? [] : [{ span: all, kind: 'command-inspect', class: 'image' }];
		case 'push': return [{ span: all, kind: 'command-push', class: 'build-output' }];
		case 'tag': return [{ span: all, kind: 'command-tag', class: 'build-output' }];
		case 'artifact': return [{ span: all, kind: 'command-pull', class: 'artifact' }];
		case 'artifact-list': return listed(value, 0).map(span => ({ span, kind: 'command-pull', class: 'artifact' }));
		// Further tags stand behind commas: `oras push ghcr.io/acme/x:1,latest`.
		case 'artifact-push': return [{ span: { start: 0, end: /^[^,]*/.exec(value)![0].length }, kind: 'command-push', class: 'build-output' }];
		case 'local':
			if (/^(?:sha256:)?[0-9a-f]{12,64}$/.test(value) || otherTransports.test(value) || isArchive(value)) { return []; }
			return [{ span: stripped(value), kind: localKind(command), class: 'build-output' }];
		case 'local-object': return isLocalImage(value, command) ? findReferences(value, { role: 'local', word, inner: all }, command) : [];
		case 'transport-pull': return transported(value, 'command-pull', 'image');
		case 'transport-inspect': return transported(value, 'command-inspect', 'image');
		case 'transport-push': return transported(value, 'command-push', 'build-output');
		case 'maybe-transport-pull':
			return otherTransports.test(value) || /^(?:scratch|https?:.*|[./].*)$/.test(value)
				? []
				: [{ span: stripped(value), kind: 'command-pull', class: 'image' }];
		case 'maybe-transport-push':
			return otherTransports.test(value)
				? []
				: [{
					span: stripped(value),
					kind: command.subcommand === 'commit' && !value.startsWith('docker://') ? 'command-tag' : 'command-push',
					class: 'build-output',
				}];
		case 'cache-from': return cached(value).map(span => ({ span, ...cacheFrom }));
		case 'cache-to': return cached(value).map(span => ({ span, ...cacheTo }));
		case 'output': return outputs(value);
		case 'build-context': return after(value, /^[^=]*=(?:docker|container)-image:\/\//, 'command-pull', 'image');
		case 'signed': return /^[./]|^[^/:@$]*$/.test(value) ? [] : [{ span: all, kind: 'command-inspect', class: 'image' }];
		case 'mount': return mountedImage(value);
		case 'bake-set': return bakeSetting(value);
		case 'driver-option': return valuesOf(value, ['image']);
		case 'mirror': return mirrored(value, command.operands[0]?.span.start === word.span.start);
		case 'pull-not-last':
			return command.operands.length > 1 && command.operands.at(-1)?.span.start === word.span.start
				? []
				: [{ span: all, kind: 'command-pull', class: 'image' }];
		case 'container-image': return after(value, /^[^=/:]*=/, 'command-pull', 'image');
		case 'oci': return after(value, /^oci:\/\//, 'command-pull', 'artifact');
		case 'app': return applicationImage(value);
		case 'stream-source': return streamSource(value, command);
		case 'sync-source':
			return command.flags.some(flag => flag.long === 'src' && flag.value?.value === 'docker') && value.includes('/')
				? [{ span: all, kind: 'command-inspect', class: 'image' }]
				: [];
		default: return [];
	}
}

/** `docker inspect` takes containers, networks and volumes too: what has a tag, a digest or a path is an image, or what a flag calls one. */
function isLocalImage(value: string, command: ToolCommand): boolean {
	const type = command.flags.find(({ long }) => long === 'type')?.value?.value;
	return type === undefined ? /[:@/]/.test(value) && !isPath(value) : type === 'image';
}

function localKind({ subcommand }: ToolCommand): UseKind {
	if (/(?:^| )push$/.test(subcommand)) { return 'command-push'; }
	return /(?:^| )tag$/.test(subcommand) ? 'command-tag' : 'command-inspect';
}

/** Some flag says that a folder is meant (`cosign verify --local-image ./folder`). */
function isPath(value: string): boolean {
	return /^(?:\.{1,2}|~)\//.test(value);
}

/** What `minikube image load` and `k3d image import` take beside names: a file that was saved. */
function isArchive(value: string): boolean {
	return isPath(value) || /^\/|\.(?:tar|tgz|tar\.\w+)$/.test(value);
}

function stripped(value: string): Span {
	return { start: value.startsWith('docker://') ? 9 : 0, end: value.length };
}

function transported(value: string, kind: UseKind, useClass: UseClass): readonly Found[] {
	return value.startsWith('docker://') ? [{ span: stripped(value), kind, class: useClass }] : [];
}

function after(value: string, prefix: RegExp, kind: UseKind, useClass: UseClass): readonly Found[] {
	const match = prefix.exec(value);
	return match ? [{ span: { start: match[0].length, end: value.length }, kind, class: useClass }] : [];
}

/** A cache that is not there costs time, not the build. */
const cacheFrom: Omit<Found, 'span'> = { kind: 'command-pull', class: 'image', neverPulled: true };
const cacheTo: Omit<Found, 'span'> = { kind: 'command-push', class: 'build-output' };

/** What a cache is called: `a,b`, or `type=registry,ref=a`. */
function cached(value: string): readonly Span[] {
	if (!value.includes('=')) { return listed(value, 0); }
	const all = fields(value);
	if (all.find(({ key }) => key === 'type')?.value !== 'registry') { return []; }
	return all.filter(({ key }) => key === 'ref').map(field => ({ start: field.start, end: field.start + field.value.length }));
}

function outputs(value: string): readonly Found[] {
	const all = fields(value);
	const type = all.find(({ key }) => key === 'type')?.value;
	if (type !== 'image' && type !== 'registry' && type !== 'docker' && type !== 'oci') { return []; }
	const pushes = type === 'registry' || all.some(field => field.key === 'push' && field.value === 'true');
	return all.filter(({ key }) => key === 'name').flatMap(field => {
		return listed(field.value, field.start).map((span): Found => ({ span, kind: pushes ? 'command-push' : 'command-tag', class: 'build-output' }));
	});
}

/** The places of what commas separate; `start` is the place of the first. */
function listed(value: string, start: number): readonly Span[] {
	let from = start;
	return value.split(',').map(piece => {
		const span = { start: from, end: from + piece.length };
		from = span.end + 1;
		return span;
	});
}

/** `type=image,source=X` of `--mount`. */
function mountedImage(value: string): readonly Found[] {
	const all = fields(value);
	if (all.find(({ key }) => key === 'type')?.value !== 'image') { return []; }
	return valuesOf(value, ['source', 'src']);
}

/** The images that some keys of a comma separated value name. */
function valuesOf(value: string, keys: readonly string[]): readonly Found[] {
	return fields(value)
		.filter(({ key }) => keys.includes(key))
		.map(field => ({ span: { start: field.start, end: field.start + field.value.length }, kind: 'command-pull', class: 'image' }));
}

/** `target.key=value` of `bake --set`. */
function bakeSetting(value: string): readonly Found[] {
	const match = /^[^=]*?\.(tags|cache-from|cache-to|contexts\.[^=]+|output)\+?=/.exec(value);
	if (!match) { return []; }
	const start = match[0].length;
	const rest = value.slice(start);
	const key = match[1]!;
	const found = key === 'tags' ? listed(rest, 0).map((span): Found => ({ span, kind: 'command-tag', class: 'build-output' }))
		: key === 'output' ? outputs(rest)
			: key.startsWith('cache') ? cached(rest).map(span => ({ span, ...(key === 'cache-from' ? cacheFrom : cacheTo) }))
				: after(rest, /^docker-image:\/\//, 'command-pull', 'image');
	return found.map(({ span, ...what }) => ({ ...what, span: { start: span.start + start, end: span.end + start } }));
}

/** `from=to`, or the one behind the other, as `oc image mirror` takes them. */
function mirrored(value: string, isFirst: boolean): readonly Found[] {
	const remote = (start: number, end: number, kind: 'command-pull' | 'command-push'): readonly Found[] =>
		/^(?:file|s3):\/\//.test(value.slice(start, end)) ? [] : [{ span: { start, end }, kind, class: kind === 'command-pull' ? 'image' : 'build-output' }];
	const equals = value.indexOf('=');
	if (equals === -1) { return remote(0, value.length, isFirst ? 'command-pull' : 'command-push'); }
	return [...remote(0, equals, 'command-pull'), ...remote(equals + 1, value.length, 'command-push')];
}

/** The fields of a comma separated value; a quoted field (`"name=a,b"`) counts as one. */
function fields(value: string): readonly { readonly key: string; readonly value: string; readonly start: number }[] {
	const found: { key: string; value: string; start: number }[] = [];
	for (const match of value.matchAll(/"([^"=]*)=([^"]*)"|([^",=]*)=([^",]*)/g)) {
		const key = match[1] ?? match[3]!;
		const text = match[2] ?? match[4]!;
		const end = match.index + match[0].length - (match[1] === undefined ? 0 : 1);
		found.push({ key: key.trim().toLowerCase(), value: text, start: end - text.length });
	}
	return found;
}

/** `oc new-app` takes sources, templates and streams too; only what names a registry, or stands before `~`, is an image for certain. */
function applicationImage(value: string): readonly Found[] {
	if (/^[./]|:\/\/|\.git(?:#|$)/.test(value.split('~')[0]!) || /^[\w.-]+=/.test(value)) { return []; }
	const image = value.split('~')[0]!;
	if (!/^[^/]*[.:][^/]*\/./.test(image) || /^(?:github|gitlab)\.com\//.test(image) || image.startsWith('git@')) { return []; }
	return [{ span: { start: 0, end: image.length }, kind: 'command-pull', class: 'image' }];
}

function streamSource(value: string, command: ToolCommand): readonly Found[] {
	const source = command.flags.find(({ long }) => long === 'source')?.value?.value;
	if (command.operands.length < 2 || command.flags.some(({ long }) => long === 'delete')) { return []; }
	if (source === undefined ? !/^[^/]*[.:][^/]*\/./.test(value) : source !== 'docker') { return []; }
	return [{ span: { start: 0, end: value.length }, kind: 'command-pull', class: 'image' }];
}
