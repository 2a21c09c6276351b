import type { Edit, FileFacts, ImageUse, Span } from '../../model/index.ts';
import { type Ask, defineDiagnosis, editFix } from '../diagnosis.ts';
import { baseName } from '../../util/filePath.ts';
import { partSpans } from '../../reference/partSpans.ts';
import { isBuiltHere } from '../support/isBuiltHere.ts';
import { isOfficialImage } from '../support/knownRepositories.ts';
import { partInVariable } from '../support/partInVariable.ts';
import { hasShortNameAlias } from '../support/shortNameAliases.ts';
import { repositoryUse } from '../support/repositoryUse.ts';
import { repositorySpan } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** A name without registry where podman, CRI-O or OpenShift reads it: which registry is meant depends on the machine. */
export const refUnqualifiedShortName = defineDiagnosis({
	code: 'ref-unqualified-short-name',
	title: 'Name without a registry',
	severity: 'warning',
	explanation,
	symptoms,
	*use(given, ask) {
		const use = repositoryUse(given);
		const { reference } = use;
		if (use.class !== 'image' || !reference || reference.domain !== 'docker.io' || use.kind === 'syntax') { return; }
		const parts = partSpans(use.value ?? '');
		if (parts.domain || !parts.path) { return; }
		const reader = readerOf(use, ask);
		// Looking through the whole workspace comes last: few names get here.
		const edit = reader === undefined ? undefined : insertion(use, parts.path, ask.workspace);
		if (!reader || !edit || isBuiltHere(use, ask.workspace)) { return; }
		const newText = reference.path.startsWith('library/') && !use.value?.startsWith('library/') ? 'docker.io/library/' : 'docker.io/';
		yield {
			at: repositorySpan(use),
			message: { text: '"{name}" names no registry, which {reader} may refuse.', args: { name: given.value ?? given.text, reader } },
			fixes: [editFix({ text: 'Write the full name "{name}"', args: { name: use === given ? reference.canonical : reference.repository } }, [edit(newText)])],
		};
	},
});

/** Who reads the name and may refuse it; names with a built-in alias are safe with podman and buildah. */
function readerOf(use: ImageUse, { facts, targets }: Omit<Ask, 'registry' | 'listens'>): string | undefined {
	const strict = targets.find(({ target, how }) => target.shortNamesRefused && how !== 'push')?.target;
	if (strict) { return strict.title; }
	const path = use.reference?.path ?? '';
	// A name of one word that no official image has is more likely an image of this machine.
	if (hasShortNameAlias(path) || (path.startsWith('library/') && !isOfficialImage(path))) { return undefined; }
	const tool = use.command === undefined ? undefined : facts.commands[use.command]?.tool;
	if (tool === 'podman' || tool === 'buildah') { return tool; }
	if (facts.kind === 'quadlet' || (facts.kind === 'dockerfile' && /^Containerfile|\.Containerfile$/i.test(baseName(facts.file)))) { return 'Podman'; }
	return undefined;
}

/** Writes something in front of the path, or of the value of the variable that holds it. A variable before it may hold the registry. */
function insertion(use: ImageUse, path: Span, workspace: readonly FileFacts[]): ((newText: string) => Edit) | undefined {
	const written = use.spans.path?.start;
	if (written !== undefined) { return /^[${]/.test(use.text) ? undefined : newText => ({ span: { start: written, end: written }, newText }); }
	return partInVariable(use, { start: path.start, end: path.start }, workspace)?.edit;
}
