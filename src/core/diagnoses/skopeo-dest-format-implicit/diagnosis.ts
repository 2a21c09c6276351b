import type { ToolCommand } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { addFlag, spellFlag } from '../support/addFlag.ts';
import { builderOf, commandWords, mayHoldFlags } from '../support/buildTools.ts';
import { findFlag } from '../support/findFlag.ts';

/** A copy or push to a place without OCI converts only because the place refuses OCI first; `--format v2s2` says it. */
export const skopeoDestFormatImplicit = defineDiagnosis({
	code: 'skopeo-dest-format-implicit',
	title: 'Format of a copy is left to chance',
	severity: 'info',
	*command(command, { targets, facts }) {
		const message = findFlag(command, 'format', 'f', 'preserve-digests')
			? undefined
			: isCopy(command) ? copied
			: isPush(command) && !facts.commands.some(writesImage) ? pushed
			: undefined;
		if (message === undefined || mayHoldFlags(command) || variableFlags.test(facts.text.slice(command.subcommandSpan.end, command.span.end))) { return; }
		const active = targets.find(({ target }) => !target.oci);
		if (!active) { return; }
		// As the documentation of each tool writes it.
		const joint = command.tool === 'skopeo' ? ' ' : '=';
		yield {
			at: commandWords(command),
			message: { text: message, args: { target: active.target.title } },
			related: active.place ? [{ ...active.place, message: active.reason }] : [],
			fixes: command.editable
				? [editFix(
					{ text: 'Add "{flags}"', args: { flags: `--format${joint}v2s2` } },
					[addFlag(command, facts.text, spellFlag(command, '--format', 'v2s2', joint))],
				)]
				: [],
		};
	},
});

/** `$PUSH_FLAGS` among the words: perhaps the format is in it. */
const variableFlags = /\$[({]{0,2}\w*(?:flags|opts|options|args)\b/i;
const copied = 'This copy becomes Docker format only because {target} refuses OCI.';
const pushed = 'This push becomes Docker format only because {target} refuses OCI.';

function isCopy({ tool, subcommand, operands }: ToolCommand): boolean {
	return tool === 'skopeo' && subcommand === 'copy' && operands[1]?.value.startsWith('docker://') === true;
}

/** buildah and podman push what is in their store, as a rule OCI. */
function isPush({ tool, subcommand, operands }: ToolCommand): boolean {
	const to = operands[1]?.value ?? 'docker://';
	return (tool === 'buildah' || tool === 'podman')
		&& (subcommand === 'push' || subcommand === 'image push')
		&& operands.length > 0
		&& (to.startsWith('docker://') || !/^[a-z-]+:/.test(to));
}

/** What the same file builds has the format that the build gives it. */
function writesImage(command: ToolCommand): boolean {
	return builderOf(command) !== undefined || command.subcommand === 'commit';
}
