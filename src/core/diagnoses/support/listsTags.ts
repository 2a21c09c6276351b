import type { FileFacts, ImageUse } from '../../model/index.ts';

const listing: ReadonlySet<string> = new Set(['crane ls', 'gcrane ls', 'skopeo list-tags', 'regctl tag ls', 'regctl tag list', 'oras repo tags']);

/** Does the command list the tags of what it names? Then a repository is meant, and no tag `latest` of it. */
export function listsTags({ command: index }: ImageUse, { commands }: FileFacts): boolean {
	const command = index === undefined ? undefined : commands[index];
	return command !== undefined && listing.has(`${command.tool} ${command.subcommand}`);
}
