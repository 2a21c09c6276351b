import type { Fix, ImageUse, ToolCommand } from '../../model/index.ts';
import { type Ask, defineDiagnosis, editFix } from '../diagnosis.ts';
import { addFlag } from '../support/addFlag.ts';
import { builderOf, pushesResult } from '../support/buildTools.ts';
import { existingManifest } from '../support/existingManifest.ts';
import { copyFix } from '../support/candidateFixes.ts';
import { plainCompression } from '../support/dockerOutput.ts';
import { findFlag } from '../support/findFlag.ts';
import { replaceInFlagValue } from '../support/replaceFlag.ts';
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
		if (!output?.value || builderOf(command) !== 'buildkit' || !pushesResult(command) || !/(?:^|,)compression=zstd(?:,|$)/.test(output.value.value)) { return; }
		// Where OCI itself is not read, compression goes with it: oci-unsupported-by-target says so.
		const active = targets.find(({ target, how }) => target.oci && !target.zstd && how !== 'push');
		if (!active) { return; }
		const edits = command.editable ? replaceInFlagValue(output, facts.text, plainCompression(output.value.value)) : undefined;
		yield {
			at: output.span,
			message: { text: 'This build pushes zstd layers, which {target} cannot unpack.', args: { target: active.target.title } },
			fixes: edits ? [editFix({ text: 'Remove "{text}"', args: { text: 'compression=zstd' } }, edits)] : [],
		};
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
			fixes: [...recompressed(use, ask), copyFix(`skopeo copy ${gzip.join(' ')} docker://${use.reference.canonical} docker://REGISTRY/${use.reference.path}:${use.reference.tag ?? 'latest'}`)],
		};
	},
});

const gzip = ['--dest-compress-format gzip', '--dest-force-compress-format'];

/** The copy that reads the image compresses it anew. */
function recompressed(use: ImageUse, ask: Ask): readonly Fix[] {
	const command = copyOf(use, ask);
	return command?.editable && !findFlag(command, 'dest-compress-format') ? [editFix({ text: 'Add "{flags}"', args: { flags: gzip.join(' ') } }, [addFlag(command, ask.facts.text, ...gzip)], false)] : [];
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
