import type { Edit, Fix, ToolCommand } from '../../model/index.ts';
import { lineStartAt } from '../../util/lineBounds.ts';
import { editFix } from '../diagnosis.ts';
import { spellFlag } from './addFlag.ts';
import { dockerMediaTypes, dockerOutput } from './dockerOutput.ts';
import { findFlag, flagValue } from './findFlag.ts';
import { replaceFlag, replaceInFlagValue } from './replaceFlag.ts';
import { switchOffAttestations } from './switchOffAttestations.ts';

/** The edits that make a pushing BuildKit build (`--push` or `--output …`) write Docker format; `undefined` when they are not safe. */
export function buildkitDockerFormat(command: ToolCommand, text: string): Fix | undefined {
	if (!command.editable) { return undefined; }
	const push = findFlag(command, 'push');
	const output = findFlag(command, 'output');
	const edits: Edit[] = [...switchOffAttestations(command, text)];
	if (output?.value) {
		const changes = replaceInFlagValue(output, text, dockerMediaTypes(output.value.value));
		if (!changes || push) { return undefined; }
		edits.push(...changes);
		return editFix({ text: 'Add "{flags}"', args: { flags: 'oci-mediatypes=false' } }, edits);
	}
	if (!push) { return undefined; }
	edits.push(replaceFlag(push, spellFlag(command, '--output', dockerOutput, ' ')));
	return editFix({ text: 'Replace "--push" with Docker-format output' }, edits);
}

/** The same for `docker buildx bake --push`: flags for the attestations, and `--set` for the output of every target. */
export function bakeDockerFormat(command: ToolCommand, text: string): Fix | undefined {
	const push = findFlag(command, 'push');
	if (!command.editable || !push) { return undefined; }
	return editFix({ text: 'Replace "--push" with Docker-format output' }, [
		...switchOffAttestations(command, text),
		replaceFlag(push, spellFlag(command, '--set', `*.output=${dockerOutput}`, ' ')),
	]);
}

/**
 * The same for `devcontainer build`, which has no flags for attestations: the environment variable that buildx reads, and `--output`
 * in place of `--push true` (needs the image's name, which `--output` wants in its value), or the changed value of an `--output`.
 */
export function devcontainerDockerFormat(command: ToolCommand, text: string): Fix | undefined {
	const push = findFlag(command, 'push');
	const output = findFlag(command, 'output');
	const name = flagValue(command, 'image-name');
	const variable = command.editable ? noDefaultAttestations(command, text) : undefined;
	if (!variable || (push && output)) { return undefined; }
	if (output?.value) {
		const changes = replaceInFlagValue(output, text, dockerMediaTypes(output.value.value));
		return changes && editFix({ text: 'Add "{flags}"', args: { flags: 'oci-mediatypes=false' } }, [...variable, ...changes]);
	}
	if (!push || name === undefined) { return undefined; }
	const written = `type=image,name=${name},oci-mediatypes=false,push=true`;
	return editFix({ text: 'Replace "--push" with Docker-format output' }, [...variable, replaceFlag(push, spellFlag(command, '--output', written, ' '))]);
}

/** Sets the variable that buildx reads, in front of a command that has no flag for it; no edits when it is set, `undefined` where none can be. */
export function noDefaultAttestations({ environment, span: { start }, list }: ToolCommand, text: string): readonly Edit[] | undefined {
	const set = environment.findLast(({ name }) => name === 'BUILDX_NO_DEFAULT_ATTESTATIONS');
	if (set) { return /^(?:1|true|t)$/i.test(set.value.value) ? [] : undefined; }
	if (list !== undefined) { return undefined; }
	// A variable can only be set where a command begins: in front of `npx`, and not behind `sudo`.
	const line = text.slice(lineStartAt(text, start), start);
	const runner = /(?:(?:npx|bunx|pnpx)\s+(?:-\S+\s+)*|(?:pnpm|yarn) dlx\s+)$/.exec(line)?.[0].length ?? 0;
	const before = line.slice(0, line.length - runner);
	return /(?:^|[;&|({@'"`]|\b(?:run|then|do|else|script|bash|cmd|command):?|- |[$#>] )\s*$/.test(before)
		? [{ span: { start: start - runner, end: start - runner }, newText: 'BUILDX_NO_DEFAULT_ATTESTATIONS=1 ' }]
		: undefined;
}
