import type { FileFacts, Fix, Reference, ToolCommand } from '../../model/index.ts';
import { folderOf, joinPath } from '../../util/filePath.ts';
import { dockerOutput } from './dockerOutput.ts';
import { hasSwitch } from './findFlag.ts';

/** True for `docker compose build --push` and `docker-compose build --push`. */
export function isComposePush(command: ToolCommand): boolean {
	const { tool, subcommand } = command;
	return (subcommand === 'compose build' || (tool === 'docker-compose' && subcommand === 'build')) && hasSwitch(command, 'push');
}

/**
 * Compose has neither key nor flag for media types; bake reads the same file and has one. The command to copy, for the same files and
 * services; `undefined` where the old one has flags that bake has not.
 */
export function composeDockerFormat(command: ToolCommand): Fix | undefined {
	const kept: string[] = [];
	for (const { long, value } of command.flags) {
		if (long === 'push' || long === 'provenance' || long === 'sbom') { continue; }
		if (!['file', 'no-cache', 'pull', 'builder'].includes(long) || value?.open.length) { return undefined; }
		kept.push(value ? `--${long} ${value.value}` : `--${long}`);
	}
	if (command.operands.some(({ open }) => open.length > 0)) { return undefined; }
	const words = [
		'docker buildx bake',
		...kept,
		'--provenance=false --sbom=false',
		`--set '*.output=${dockerOutput}'`,
		...command.operands.map(({ value }) => value),
	];
	return { title: { text: 'Copy "docker buildx bake" with Docker-format output' }, edits: [], action: { type: 'copy', text: words.join(' ') }, safe: false };
}

const usual = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

/** What the services of the command's Compose files are pushed as: the files that it names, else those of its folder. */
export function composePushes(command: ToolCommand, { file }: FileFacts, workspace: readonly FileFacts[]): readonly Reference[] {
	const named = command.flags.flatMap(({ long, value }) => long === 'file' && value ? [value.value] : []);
	const paths = (named.length > 0 ? named : usual).map(name => joinPath(folderOf(file), name));
	return workspace.filter(one => one.kind === 'compose' && paths.includes(one.file))
		.flatMap(({ uses }) => uses.flatMap(({ class: meaning, reference }) => meaning === 'build-output' && reference ? [reference] : []));
}
