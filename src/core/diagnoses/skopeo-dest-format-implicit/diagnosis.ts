import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { addFlag, spellFlag } from '../support/addFlag.ts';
import { commandWords } from '../support/buildTools.ts';
import { findFlag } from '../support/findFlag.ts';

/** A copy to a place without OCI converts only because the place refuses OCI first; `--format v2s2` says it. */
export const skopeoDestFormatImplicit = defineDiagnosis({
	code: 'skopeo-dest-format-implicit',
	title: 'Format of a copy is left to chance',
	severity: 'info',
	*command(command, { targets, facts }) {
		if (command.tool !== 'skopeo' || command.subcommand !== 'copy' || findFlag(command, 'format', 'f', 'preserve-digests')) { return; }
		if (!command.operands[1]?.value.startsWith('docker://')) { return; }
		const active = targets.find(({ target }) => !target.oci);
		if (!active) { return; }
		yield {
			at: commandWords(command),
			message: { text: 'This copy becomes Docker format only because {target} refuses OCI.', args: { target: active.target.title } },
			related: active.place ? [{ ...active.place, message: active.reason }] : [],
			fixes: command.editable ? [editFix({ text: 'Add "{flags}"', args: { flags: '--format v2s2' } }, [addFlag(command, facts.text, spellFlag(command, '--format', 'v2s2', ' '))])] : [],
		};
	},
});
