import type { FileFacts, ImageUse, ToolCommand } from '../model/index.ts';
import { isDockersOwn } from './builtNames.ts';

/** Does the place itself say that no registry needs to have the image: a policy of the container, of the service, of the unit, or a flag of the command? */
export function isNeverPulled(use: ImageUse, { kind, text, commands, entries }: FileFacts): boolean {
	// A cache that is not there yet costs time, not the build.
	if (use.neverPulled || /-cache(?:-|$)/.test(use.kind)) { return true; }
	if (use.command !== undefined) {
		return commands[use.command]?.flags.some(({ long, value }) =>
			(long === 'pull' || long === 'image-pull-policy') && value?.value.toLowerCase() === 'never') === true || isLoaded(use, commands);
	}
	if (kind === 'quadlet') { return /^[ \t]*Pull[ \t]*=[ \t]*never[ \t\r]*$/m.test(text); }
	if (use.kind !== 'compose-image') { return false; }
	const path = `services.${use.owner?.label.replace(/^service /, '')}.pull_policy`;
	return entries.some(entry => entry.path === path && entry.value === 'never');
}

/** Was an archive loaded before? Which names it holds is not known: any that is run, unless it is one of Docker's own images. */
function isLoaded({ command, reference }: ImageUse, commands: readonly ToolCommand[]): boolean {
	const { subcommand } = commands[command!] ?? {};
	if (subcommand === undefined || !/(?:^|\s)(?:run|create|tag)$/.test(subcommand)) { return false; }
	return !(reference && isDockersOwn(reference)) && commands.slice(0, command).some(({ subcommand: before }) => before === 'load' || before === 'image load');
}
