import type { ComposeLoad, ToolCommand } from '../../model/index.ts';
import { joinPath } from '../../util/filePath.ts';

/**
 * The project that `docker compose -f a -f b` or `docker stack deploy -c a` loads, in each folder where it may be started. Nothing for what
 * documentation says.
 */
export function commandLoads({ tool, subcommand, flags, host }: ToolCommand, folders: readonly string[]): readonly ComposeLoad[] {
	const isCompose = /-compose$/.test(tool) || /^compose(?: |$)/.test(subcommand);
	if (host === 'markdown' || (!isCompose && subcommand !== 'stack deploy')) { return []; }
	const given = flags.filter(({ long, value }) => long === (isCompose ? 'file' : 'compose-file') && value).map(({ value }) => value!);
	// Another folder for the project changes what all paths mean.
	const isKnown = given.every(({ value, open }) => open.length === 0 && value !== '-' && !value.includes('://'))
		&& !flags.some(({ long }) => long === 'project-directory');
	if (!isKnown || given.length === 0) { return []; }
	return folders.flatMap(folder => {
		const project = given.map(({ value }) => joinPath(folder, value));
		return project.map((file): ComposeLoad => ({ file, project, by: 'list' }));
	});
}
