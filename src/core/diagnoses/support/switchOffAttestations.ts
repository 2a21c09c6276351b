import type { Edit, ToolCommand } from '../../model/index.ts';
import { addFlag } from './addFlag.ts';
import { missingAttestationFlags, provenanceOff, sbomOff } from './buildTools.ts';
import { findFlag } from './findFlag.ts';
import { replaceFlag } from './replaceFlag.ts';

/** Edits after which a BuildKit command makes neither provenance nor SBOM: flags that ask for them are changed, missing ones added. */
export function switchOffAttestations(command: ToolCommand, text: string): readonly Edit[] {
	const provenance = findFlag(command, 'provenance');
	const sbom = findFlag(command, 'sbom');
	const missing = missingAttestationFlags(command);
	return [
		...provenance && !provenanceOff(command) ? [replaceFlag(provenance, '--provenance=false')] : [],
		...sbom && !sbomOff(command) ? [replaceFlag(sbom, '--sbom=false')] : [],
		...missing.length > 0 ? [addFlag(command, text, ...missing)] : [],
	];
}
