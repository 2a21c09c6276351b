import type { BuildLink, ImageUse } from '../../model/index.ts';
import { embeddedUses } from './embeddedUses.ts';
import type { EmbeddedKind } from './embeddedUses.ts';
import type { ReadCommand } from './readToolCommand.ts';
import type { ShellWord } from './shellWord.ts';

/** The references of the file that a command reads from its input: `docker build - <<EOF`, `-f -`, `kubectl apply -f - <<EOF`. */
export function inputUses(read: ReadCommand, input: ShellWord, link: BuildLink, outerText: string): readonly ImageUse[] {
	const kind = inputKind(read);
	return kind ? embeddedUses(kind, input, { file: link.dockerfile, outerText, builds: [link] }) : [];
}

/** Flags that say which file. */
const names = new Set(['file', 'filename', 'compose-file', 'config']);

/** What a command takes its input for; `undefined` for one that reads none. */
export function inputKind({ command: { tool, subcommand, flags, operands, host }, syntax }: ReadCommand): EmbeddedKind | undefined {
	const given = flags.findLast(({ long, value }) => long !== undefined && names.has(long) && value)?.value?.value;
	const reads = given === undefined ? operands.at(-1)?.value === '-' : given === '-' || given === '/dev/stdin';
	if (syntax.builds) { return reads ? 'dockerfile' : undefined; }
	// An object's own scripts make no other objects: nothing nests without end.
	if (!reads || host === 'kubernetes') { return undefined; }
	if (/^compose\b|^stack deploy$/.test(subcommand) || /compose$/.test(tool)) { return given === undefined ? undefined : 'compose'; }
	if (/^(?:kube play|play kube)$/.test(subcommand)) { return 'kubernetes'; }
	if (tool === 'kind') { return subcommand === 'create cluster' ? 'kubernetes' : undefined; }
	return /^(?:apply|create|replace)$/.test(subcommand) && (tool === 'kubectl' || tool === 'oc') ? 'kubernetes' : undefined;
}
