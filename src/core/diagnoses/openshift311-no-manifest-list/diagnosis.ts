import type { Fix, ToolCommand } from '../../model/index.ts';
import { type Ask, defineDiagnosis, editFix } from '../diagnosis.ts';
import { commandWords } from '../support/buildTools.ts';
import { findFlag, hasSwitch } from '../support/findFlag.ts';
import { isWritten } from '../support/isWritten.ts';
import { onePlatform } from '../support/onePlatform.ts';
import { removeFlag } from '../support/removeFlag.ts';

/**
 * Several platforms pushed to the registry of OpenShift 3.11, which takes no manifest list (openshift/origin#18780). Its nodes do pull
 * lists from elsewhere.
 */
export const openshift311NoManifestList = defineDiagnosis({
	code: 'openshift311-no-manifest-list',
	title: 'Several platforms to OpenShift 3.11',
	severity: 'warning',
	*command(command, ask) {
		const fixes = listFixes(command, ask.facts.text);
		if (!fixes || !goesTo(command, ask)) { return; }
		yield {
			at: commandWords(command),
			message: { text: 'This pushes several platforms at once, which {target} does not take.', args: { target: 'OpenShift 3.11' } },
			fixes,
		};
	},
});

/** The ways to one platform; `undefined` where the command pushes no list. */
function listFixes(command: ToolCommand, text: string): readonly Fix[] | undefined {
	const platforms = onePlatform(command, text);
	if (platforms) { return platforms; }
	const all = findFlag(command, 'all', 'a');
	if (command.tool === 'skopeo' && command.subcommand === 'copy' && all && hasSwitch(command, 'all', 'a')) {
		return command.editable ? [editFix({ text: 'Remove "{text}"', args: { text: all.name } }, [removeFlag(command, text, all)], false)] : [];
	}
	return undefined;
}

/** True when the command's own names say that the registry is one of OpenShift 3.11. */
function goesTo(command: ToolCommand, { facts, targetOfHost }: Omit<Ask, 'registry' | 'listens'>): boolean {
	const index = facts.commands.indexOf(command);
	return facts.uses.some(use => use.command === index && use.reference && isWritten(use) && targetOfHost(use.reference.domain)?.id === 'openshift-3.11');
}
