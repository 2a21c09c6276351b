import type { Edit, Fix, ImageUse, Span, ToolCommand } from '../../model/index.ts';
import { type Ask, defineDiagnosis, editFix, type Report } from '../diagnosis.ts';
import { addFlag } from '../support/addFlag.ts';
import { bakePushes } from '../support/bakePushes.ts';
import { builderOf, isPushingOutput, pushesResult } from '../support/buildTools.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { copyFix } from '../support/candidateFixes.ts';
import { editPlainCompression, plainCompression } from '../support/dockerOutput.ts';
import { findFlag } from '../support/findFlag.ts';
import { replaceInFlagValue } from '../support/replaceFlag.ts';
import { isOff, stepInput } from '../support/stepInput.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** A target cannot unpack zstd layers. */
export const layersZstd = defineDiagnosis({
	code: 'layers-zstd',
	title: 'Layers compressed with zstd',
	severity: 'warning',
	explanation,
	remedies,
	symptoms,
	*command(command, { targets, facts }) {
		const output = findFlag(command, 'output');
		if (!output?.value || builderOf(command) !== 'buildkit' || !pushesResult(command) || !zstd.test(output.value.value)) { return; }
		yield* reportBuild(output.span, targets, () =>
			command.editable ? replaceInFlagValue(output, facts.text, plainCompression(output.value!.value)) : undefined);
	},
	*step(step, { targets }) {
		const outputs = /^docker\/(?:build-push|bake)-action$/i.test(step.action) ? stepInput(step, 'outputs') : undefined;
		const push = stepInput(step, 'push');
		if (!outputs || !zstd.test(outputs.value) || !(isPushingOutput(outputs.value) || (push && !isOff(push)))) { return; }
		yield* reportBuild(outputs.valueSpan, targets, () => editPlainCompression(outputs.value, outputs.valueSpan));
	},
	*document(facts, { targets }) {
		for (const { push, at } of bakePushes(facts)) {
			for (const { value, span } of push.outputs) {
				if (zstd.test(value)) { yield* reportBuild(span ?? at, targets, () => span && editPlainCompression(value, span)); }
			}
		}
	},
	answers: ['exists'],
	async *lookup(use, ask) {
		const answer = await existingManifest(use.reference, ask);
		if (!answer) { return; }
		const { manifest } = answer;
		const active = ask.targets.find(({ target, how }) => !target.zstd && how !== 'push');
		if (!active || !manifest.layers.some(({ mediaType }) => mediaType.endsWith('+zstd')) || isRecompressed(use, ask)) { return; }
		yield {
			at: use.span,
			message: { text: '"{reference}" has zstd layers, which {target} cannot unpack.', args: { reference: use.value, target: active.target.title } },
			evidence: [answer.evidence],
			fixes: [
				...recompressed(use, ask),
				copyFix(`skopeo copy ${gzip.join(' ')} docker://${use.reference.canonical} docker://REGISTRY/${use.reference.path}:${use.reference.tag ?? 'latest'}`),
			],
		};
	},
});

const zstd = /(?:^|,)compression=zstd(?:,|$)/;

/** Where OCI itself is not read, compression goes with it: oci-unsupported-by-target says so. */
function* reportBuild(at: Span, targets: Ask['targets'], edit: () => readonly Edit[] | undefined): Iterable<Report> {
	const active = targets.find(({ target, how }) => target.oci && !target.zstd && how !== 'push');
	const edits = active && edit();
	if (!active) { return; }
	yield {
		at,
		message: { text: 'This build pushes zstd layers, which {target} cannot unpack.', args: { target: active.target.title } },
		fixes: edits ? [editFix({ text: 'Remove "{text}"', args: { text: 'compression=zstd' } }, edits)] : [],
	};
}

const gzip = ['--dest-compress-format gzip', '--dest-force-compress-format'];

/** The copy that reads the image compresses it anew. */
function recompressed(use: ImageUse, ask: Ask): readonly Fix[] {
	const command = copyOf(use, ask);
	return command?.editable && !findFlag(command, 'dest-compress-format')
		? [editFix({ text: 'Add "{flags}"', args: { flags: gzip.join(' ') } }, [addFlag(command, ask.facts.text, ...gzip)], false)]
		: [];
}

function isRecompressed(use: ImageUse, ask: Ask): boolean {
	const command = copyOf(use, ask);
	const format = command && findFlag(command, 'dest-compress-format')?.value?.value;
	return format !== undefined && !format.startsWith('zstd') && findFlag(command!, 'dest-force-compress-format') !== undefined;
}

function copyOf({ command: index }: ImageUse, { facts }: Ask): ToolCommand | undefined {
	const command = index === undefined ? undefined : facts.commands[index];
	return command?.tool === 'skopeo' && command.subcommand === 'copy' ? command : undefined;
}
