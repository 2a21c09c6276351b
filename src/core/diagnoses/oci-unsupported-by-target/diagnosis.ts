import type { BakePushEntry, Edit, Fix, ToolCommand } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { addFlag, spellFlag } from '../support/addFlag.ts';
import { bakeAttestationsOff, bakePushes, bakeTargetsOf, targetOfBake } from '../support/bakePushes.ts';
import { bakeDockerFormat, buildkitDockerFormat, devcontainerDockerFormat } from '../support/buildkitDockerFormat.ts';
import { builderOf, commandWords, pushesResult, writesOci } from '../support/buildTools.ts';
import { composeDockerFormat, isComposePush } from '../support/composeDockerFormat.ts';
import { dockerFormatTags } from '../support/dockerFormatTags.ts';
import { dockerMediaTypes, dockerOutput } from '../support/dockerOutput.ts';
import { findFlag, flagValue, hasSwitch } from '../support/findFlag.ts';
import { replaceFlag, replaceFlagValue } from '../support/replaceFlag.ts';
import { stepDockerFormat } from '../support/stepDockerFormat.ts';
import { writtenTag } from '../support/replaceTag.ts';
import { targetOfCommand, targetOfStep } from '../support/targetOfCommand.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** Tools that read any format and convert: what they read needs no target that can take it. */
const converters = ['skopeo', 'crane', 'oras', 'regctl', 'cosign'];
const pulled = /^(?:from|copy-from|run-mount-from|onbuild-.*|compose-image|compose-volume-image|compose-hook-image|devcontainer-image|kubernetes-image|quadlet-image|command-pull|workflow-.*)$/;

/** An image in OCI format, or a build that writes it, where a target reads only Docker's. */
export const ociUnsupportedByTarget = defineDiagnosis({
	code: 'oci-unsupported-by-target',
	title: 'OCI format that a target cannot read',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
	*command(command, ask) {
		// Asked first: it is quick, and most commands build nothing.
		const fix = wayToDockerFormat(command, ask.facts.text);
		const target = fix && (ask.targets.find(active => !active.target.oci)?.target ?? targetOfCommand(command, ask, ({ oci }) => !oci));
		if (!fix || !target) { return; }
		const baked = bakeTargetsOf(command, ask.facts, ask.workspace);
		if (baked.length > 0 && baked.every(({ outputs, attested }) => attested === false && outputs?.some(isDockerOutput))) { return; }
		yield { at: commandWords(command), message: { text: buildMessage, args: { target: target.title } }, fixes: fix === 'none' ? [] : [fix] };
	},
	*step(step, ask) {
		const target = ask.targets.find(active => !active.target.oci && active.how !== 'push')?.target ?? targetOfStep(step, ask, ({ oci }) => !oci);
		const way = target && stepDockerFormat(step, ask.facts.text);
		if (!target || !way) { return; }
		yield { at: way.at, message: { text: buildMessage, args: { target: target.title } }, fixes: way.fixes };
	},
	*document(facts, ask) {
		for (const { push, at } of bakePushes(facts)) {
			const target = push.outputs.some(({ value }) => isDockerOutput(value)) ? undefined : targetOfBake(push, ask, ({ oci }) => !oci);
			if (target) { yield { at, message: { text: buildMessage, args: { target: target.title } }, fixes: bakeFileFixes(push) }; }
		}
	},
	answers: ['exists'],
	async *lookup(use, ask, verdict) {
		const active = ask.targets.find(({ target, how }) => !target.oci && how !== 'push');
		const tool = use.command === undefined ? undefined : ask.facts.commands[use.command]?.tool;
		if (!active || use.class !== 'image' || !pulled.test(use.kind) || (tool !== undefined && converters.includes(tool))) { return; }
		if (!verdict.mediaType.startsWith('application/vnd.oci.')) { return; }
		const written = writtenTag(use, ask.workspace);
		const tags = written.edit && !use.reference.digest ? await dockerFormatTags(use.reference, ask) : [];
		yield {
			at: use.span,
			message: {
				text: '"{reference}" is stored in OCI format, which {target} cannot pull.',
				args: { reference: use.value, target: active.target.title },
			},
			evidence: [verdict.evidence],
			related: active.place ? [{ ...active.place, message: active.reason }] : [],
			fixes: [
				...tags.flatMap(tag => {
					const edit = written.edit?.(tag);
					return edit ? [editFix({ text: 'Change the tag to "{tag}"', args: { tag } }, [edit], false)] : [];
				}),
				{
					title: { text: 'Copy skopeo command' }, edits: [], safe: false,
					action: {
						type: 'copy',
						text: `skopeo copy --format v2s2 docker://${use.reference.canonical} docker://REGISTRY/PROJECT/${use.reference.path.split('/').at(-1) ?? ''}:${use.reference.tag ?? 'latest'}`,
					},
				},
			],
		};
	},
});

const buildMessage = 'This build writes OCI format, which {target} cannot pull.';

function isDockerOutput(output: string): boolean {
	return /(?:^|,)oci-mediatypes=(?:false|0)(?:,|$)/.test(output);
}

const wholeOutput = [{ start: 0, end: 'type=registry'.length, newText: dockerOutput }];

/** Docker's media types in each output of a bake file that pushes, and no attestations beside them. */
function bakeFileFixes(push: BakePushEntry): readonly Fix[] {
	const attestations = push.targets.every(({ attested }) => attested === false) ? [] : bakeAttestationsOff(push);
	if (!attestations || push.outputs.some(({ span }) => !span)) { return []; }
	const media = push.outputs.flatMap(({ value, span }) =>
		(value === 'type=registry' ? wholeOutput : dockerMediaTypes(value)).map(({ start, end, newText }): Edit =>
			({ span: { start: span!.start + start, end: span!.start + end }, newText })));
	return [editFix({ text: 'Add "{flags}"', args: { flags: 'oci-mediatypes=false' } }, [...media, ...attestations])];
}

/** How the command is made to write Docker format; `none` without a safe edit, `undefined` when it does so already or writes nothing. */
function wayToDockerFormat(command: ToolCommand, text: string): Fix | 'none' | undefined {
	const builder = builderOf(command);
	const format = findFlag(command, 'format');
	if (builder === 'buildah' && writesOci(command)) {
		if (!command.editable) { return 'none'; }
		return format
			? editFix(
				{ text: 'Replace "{old}" with "{new}"', args: { old: 'oci', new: 'docker' } },
				[replaceFlagValue(format, text, 'docker') ?? replaceFlag(format, '--format=docker')],
			)
			: editFix({ text: 'Add "{flags}"', args: { flags: '--format=docker' } }, [addFlag(command, text, '--format=docker')]);
	}
	const writesDocker = /oci-mediatypes=(?:false|0)/.test(flagValue(command, 'output') ?? '');
	if (builder === 'buildkit' && pushesResult(command) && !writesDocker) {
		return buildkitDockerFormat(command, text) ?? 'none';
	}
	if (command.tool === 'docker'
			&& ['buildx bake', 'buildx f'].includes(command.subcommand)
			&& hasSwitch(command, 'push')
			&& !/oci-mediatypes=(?:false|0)/.test(flagValue(command, 'set') ?? '')) {
		return bakeDockerFormat(command, text) ?? 'none';
	}
	if (isComposePush(command)) { return composeDockerFormat(command) ?? 'none'; }
	if (command.tool === 'devcontainer'
			&& command.subcommand === 'build'
			&& pushesResult(command)
			&& !writesDocker
			&& flagValue(command, 'buildkit') !== 'never') {
		return devcontainerDockerFormat(command, text) ?? 'none';
	}
	const pushesOci = format?.value?.value === 'oci' && ['push', 'copy', 'manifest push', 'image push'].includes(command.subcommand);
	const pushesList = !format && command.subcommand === 'manifest push' && ['buildah', 'podman'].includes(command.tool);
	if (!['buildah', 'podman', 'skopeo'].includes(command.tool) || !(pushesOci || pushesList) || isKept(command)) { return undefined; }
	if (!command.editable) { return 'none'; }
	if (format) {
		return editFix(
			{ text: 'Replace "{old}" with "{new}"', args: { old: 'oci', new: 'v2s2' } },
			[replaceFlagValue(format, text, 'v2s2') ?? replaceFlag(format, '--format=v2s2')],
		);
	}
	return editFix({ text: 'Add "{flags}"', args: { flags: '--format=v2s2' } }, [addFlag(command, text, spellFlag(command, '--format', 'v2s2', '='))]);
}

/** The destination is a place on this machine, where any format is fine. */
function isKept({ operands }: ToolCommand): boolean {
	return /^(?:dir|oci|oci-archive|docker-archive|containers-storage|sif|tarball):/.test(operands.at(-1)?.value ?? '');
}
