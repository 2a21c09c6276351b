import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { addFlag } from '../support/addFlag.ts';
import { commandWords } from '../support/buildTools.ts';
import { findFlag } from '../support/findFlag.ts';
import { isAttestation } from '../support/platformName.ts';

/** `skopeo copy` of an index takes the platform of the machine that copies, and leaves the others behind. */
export const skopeoCopySinglePlatform = defineDiagnosis({
	code: 'skopeo-copy-single-platform',
	title: 'Copy takes one platform of several',
	severity: 'info',
	async *commandLookup(command, ask) {
		if (command.tool !== 'skopeo'
				|| command.subcommand !== 'copy'
				|| findFlag(command, 'all', 'a', 'multi-arch', 'override-arch', 'override-os', 'override-variant')) {
			return;
		}
		// Where the destination takes no index, one platform is what is wanted.
		if (ask.targets.some(({ target }) => !target.indexes || !target.oci)) { return; }
		const [source, destination] = command.operands;
		// The daemon and its archives hold one platform.
		if (destination?.value.startsWith('docker-')) { return; }
		const index = ask.facts.commands.indexOf(command);
		const use = ask.facts.uses.find(one =>
			one.command === index && source !== undefined && one.span.start >= source.span.start && one.span.end <= source.span.end);
		if (!use?.reference || use.class !== 'image') { return; }
		const manifest = await ask.registry.manifest(use.reference, ask.signal);
		if (!manifest.known || manifest.value.kind !== 'index') { return; }
		const platforms = manifest.value.manifests.filter(child => !isAttestation(child)).length;
		if (platforms < 2) { return; }
		yield {
			at: commandWords(command),
			message: { text: 'This copies one of {count} platforms: that of the machine it runs on.', args: { count: platforms } },
			evidence: [manifest.evidence],
			fixes: command.editable ? [editFix({ text: 'Add "{flags}"', args: { flags: '--all' } }, [addFlag(command, ask.facts.text, '--all')], false)] : [],
		};
	},
});
