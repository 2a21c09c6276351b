import type { BakePushEntry, BakeTargetEntry, Edit, FileFacts, Span, Target, ToolCommand } from '../../model/index.ts';
import { baseName, folderOf, joinPath } from '../../util/filePath.ts';
import type { Ask } from '../diagnosis.ts';
import { attestationsOff } from './buildTools.ts';
import { isOff, stepInput } from './stepInput.ts';

type TextAsk = Omit<Ask, 'registry' | 'listens'>;

/** The outputs of a bake file that push, each with the place to report; none for other files. */
export function bakePushes({ kind, entries }: FileFacts): readonly { readonly push: BakePushEntry; readonly at: Span }[] {
	if (kind !== 'bake') { return []; }
	return entries.flatMap(({ path, value, keySpan, valueSpan }) => {
		if (path !== 'bakePush') { return []; }
		const push = value as BakePushEntry;
		return [{ push, at: push.outputs[0]?.span ?? valueSpan ?? keySpan }];
	});
}

/** Pushes attestations for certain: neither the file nor a command or step that runs bake leaves them out. */
export function isAttestedPush({ targets }: BakePushEntry, { workspace }: TextAsk): boolean {
	return targets.some(({ attested }) => attested === true) && !workspace.some(facts => facts.commands.some(command =>
		isBake(command) && attestationsOff(command)) || facts.steps.some(step => {
		const provenance = step.action.toLowerCase() === 'docker/bake-action' ? stepInput(step, 'provenance') : undefined;
		return (provenance !== undefined && isOff(provenance)) || /type=provenance,disabled=true/.test(stepInput(step, 'set')?.value ?? '');
	}));
}

/** The target that a bake file pushes to: an active one, or the registry in the names of the targets. */
export function targetOfBake(
	{ targets }: BakePushEntry,
	{ facts, targets: active, targetOfHost }: TextAsk,
	wanted: (target: Target) => boolean,
): Target | undefined {
	const labels = targets.map(({ name }) => `target ${name}`);
	return active.find(({ target }) => wanted(target))?.target ?? facts.uses
		.filter(({ kind, owner }) => kind === 'bake-tag' && owner !== undefined && labels.includes(owner.label))
		.map(({ reference }) => reference && targetOfHost(reference.domain)).find(target => target && wanted(target));
}

/** The edits that leave attestations out in the block of the output; `undefined` when none is safe. */
export function bakeAttestationsOff({ attestSpan, insertion }: BakePushEntry): readonly Edit[] | undefined {
	if (attestSpan) { return [{ span: attestSpan, newText: disabled }]; }
	return insertion && [{ span: { start: insertion.offset, end: insertion.offset }, newText: insertion.before + disabled }];
}

/** The targets that a `docker buildx bake` command builds, as far as the bake files that it reads are known. */
export function bakeTargetsOf(command: ToolCommand, facts: FileFacts, workspace: readonly FileFacts[]): readonly BakeTargetEntry[] {
	if (!isBake(command)) { return []; }
	const folder = folderOf(facts.file);
	const named = command.flags.flatMap(({ long, value }) => long === 'file' && value ? [value.value] : []);
	const files = workspace.filter(({ file, kind }) =>
		kind === 'bake'
			&& (named.length > 0
				? named.some(name => joinPath(folder, name) === file)
				: folderOf(file) === folder && baseName(file).startsWith('docker-bake.')));
	const targets = files.flatMap(({ entries }) => entries.flatMap(({ path, value }) => path === 'bakeTarget' ? [value as BakeTargetEntry] : []));
	const asked = targets.filter(({ name }) => command.operands.some(operand => operand.value === name));
	return asked.length > 0 && asked.length === command.operands.length ? asked : targets;
}

function isBake({ tool, subcommand }: ToolCommand): boolean {
	return (tool === 'docker' && ['buildx bake', 'buildx f'].includes(subcommand)) || (tool === 'docker-buildx' && ['bake', 'f'].includes(subcommand));
}

const disabled = '["type=provenance,disabled=true", "type=sbom,disabled=true"]';
