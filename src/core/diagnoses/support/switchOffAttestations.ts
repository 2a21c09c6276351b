import type { CommandFlag, Edit, ToolCommand } from '../../model/index.ts';
import { addFlag } from './addFlag.ts';
import { attestationFlags, isOffAttestation, missingAttestationFlags } from './buildTools.ts';
import { removeFlag } from './removeFlag.ts';
import { replaceFlag } from './replaceFlag.ts';

/** Edits after which a BuildKit command makes neither provenance nor SBOM: flags that ask for them are changed, missing ones added. */
export function switchOffAttestations(command: ToolCommand, text: string): readonly Edit[] {
	const missing = missingAttestationFlags(command);
	return [
		...changedAttestations(command, text),
		...missing.length > 0 ? [addFlag(command, text, ...missing)] : [],
	];
}

/** The edits of flags that are there: those that ask for an attestation switch it off. */
export function changedAttestations(command: ToolCommand, text: string): readonly Edit[] {
	return (['provenance', 'sbom'] as const).flatMap(kind => switchOff(command, text, kind));
}

/** buildx takes each kind once, be it as `--provenance` or as `--attest type=provenance`: the first flag is changed, more of them go. */
function switchOff(command: ToolCommand, text: string, kind: 'provenance' | 'sbom'): readonly Edit[] {
	const flags = attestationFlags(command, kind);
	if (flags.every(isOffAttestation)) { return []; }
	const [first, ...more] = flags as [CommandFlag, ...CommandFlag[]];
	const off = first.long === 'set'
		? `${first.name}${first.separator}${(first.value?.value ?? '').replace(/=type=.*/, `=type=${kind},disabled=true`)}`
		: `--${kind}=false`;
	// A bare `--sbom` takes the next flag for its value; that one was not meant.
	const change = first.separator === ' ' && first.value?.value.startsWith('-') ? { span: first.nameSpan, newText: off } : replaceFlag(first, off);
	return [change, ...more.map(flag => removeFlag(command, text, flag))];
}
