import type { Edit, Fix, ToolCommand } from '../../model/index.ts';
import { editFix } from '../diagnosis.ts';
import { addFlag, spellFlag } from './addFlag.ts';
import { missingAttestationFlags } from './buildTools.ts';
import { findFlag, flagValue } from './findFlag.ts';
import { replaceFlag, replaceFlagValue } from './replaceFlag.ts';

/** What makes BuildKit push Docker media types. Attestations must be off too: they force OCI, or are refused beside it. */
export const dockerOutput = 'type=image,oci-mediatypes=false,push=true';

/** The edits that make a pushing BuildKit build (`--push` or `--output …`) write Docker format; `undefined` when they are not safe. */
export function buildkitDockerFormat(command: ToolCommand, text: string): Fix | undefined {
	if (!command.editable) { return undefined; }
	const push = findFlag(command, 'push');
	const output = findFlag(command, 'output');
	const edits: Edit[] = attestationEdits(command, text);
	if (output?.value) {
		const edit = replaceFlagValue(output, text, `${output.value.value.replace(/,?oci-mediatypes=\w+/, '')},oci-mediatypes=false`);
		if (!edit || push) { return undefined; }
		edits.push(edit);
		return editFix({ text: 'Add "{flags}"', args: { flags: 'oci-mediatypes=false' } }, edits);
	}
	if (!push) { return undefined; }
	edits.push(replaceFlag(push, spellFlag(command, '--output', dockerOutput, ' ')));
	return editFix({ text: 'Replace "--push" with Docker-format output' }, edits);
}

/** Switches provenance and SBOM off, replacing flags that switch them on. */
export function attestationEdits(command: ToolCommand, text: string): Edit[] {
	const edits: Edit[] = [];
	const missing = missingAttestationFlags(command);
	if (missing.length > 0) { edits.push(addFlag(command, text, ...missing)); }
	for (const name of ['provenance', 'sbom'] as const) {
		const flag = findFlag(command, name);
		if (flag && !/^(?:false|0|f)$/i.test(flag.value?.value ?? 'true')) { edits.push(replaceFlag(flag, `--${name}=false`)); }
	}
	return edits;
}

/** The same for `docker buildx bake --push`: flags for the attestations, and `--set` for the output of every target. */
export function bakeDockerFormat(command: ToolCommand, text: string): Fix | undefined {
	const push = findFlag(command, 'push');
	if (!command.editable || !push) { return undefined; }
	return editFix({ text: 'Replace "--push" with Docker-format output' }, [
		...attestationEdits(command, text),
		replaceFlag(push, spellFlag(command, '--set', `*.output=${dockerOutput}`, ' ')),
	]);
}

/**
 * The same for `devcontainer build --push true`, which has no flags for attestations: `--output` in place of `--push`, and the
 * environment variable that buildx reads. Needs the image's name, which `--output` wants in its value.
 */
export function devcontainerDockerFormat(command: ToolCommand, text: string): Fix | undefined {
	const push = findFlag(command, 'push');
	const name = flagValue(command, 'image-name');
	if (!command.editable || !push || name === undefined || findFlag(command, 'output')) { return undefined; }
	const output = `type=image,name=${name},oci-mediatypes=false,push=true`;
	const prefixed = command.environment.some(one => one.name === 'BUILDX_NO_DEFAULT_ATTESTATIONS');
	// A variable can only be set where a command begins, not behind `npx` or `sudo`.
	const before = text.slice(text.lastIndexOf('\n', command.span.start - 1) + 1, command.span.start);
	if (!prefixed && !/(?:^|[;&|(@]|run:|- )\s*$/.test(before)) { return undefined; }
	return editFix({ text: 'Replace "--push" with Docker-format output' }, [
		...prefixed ? [] : [{ span: { start: command.span.start, end: command.span.start }, newText: 'BUILDX_NO_DEFAULT_ATTESTATIONS=1 ' }],
		replaceFlag(push, spellFlag(command, '--output', output, ' ')),
	]);
}
