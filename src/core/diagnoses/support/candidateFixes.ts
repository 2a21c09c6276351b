import type { FileFacts, Fix, ImageUse, Reference } from '../../model/index.ts';
import { familiarName } from '../../reference/familiarName.ts';
import { partSpans } from '../../reference/partSpans.ts';
import { editFix } from '../diagnosis.ts';
import type { Candidate } from './verifiedCandidates.ts';
import { replaceRepository } from './replaceRepository.ts';
import { writtenTag } from './replaceTag.ts';

/** One fix for each confirmed repository; the tag is changed with it where the other one has only a similar tag. */
export function candidateFixes(
	use: ImageUse & { readonly reference: Reference },
	candidates: readonly Candidate[],
	workspace: readonly FileFacts[],
): readonly Fix[] {
	return candidates.flatMap(({ reference }) => {
		const edit = replaceRepository(use, reference, workspace);
		if (!edit) { return []; }
		const tagChanges = reference.tag !== use.reference.tag && reference.tag !== undefined;
		const tagEdit = tagChanges && use.reference.tag !== undefined ? writtenTag(use, workspace).edit?.(reference.tag) : undefined;
		if (tagChanges && !tagEdit) { return []; }
		const edits = tagEdit ? [edit, tagEdit] : [edit];
		return [editFix({ text: 'Change the repository to "{name}"', args: { name: nameAsWritten(use, reference, tagChanges) } }, edits)];
	});
}

/** A new name as the edit writes it: without registry where the old one has none, with the tag only where that changes too. */
export function nameAsWritten(use: ImageUse, reference: Reference, withTag: boolean): string {
	const { domain } = use.spans.path ? use.spans : partSpans(use.value ?? '');
	const repository = domain ? reference.repository : familiarName(reference);
	return withTag && reference.tag !== undefined ? `${repository}:${reference.tag}` : repository;
}

/** Opens a terminal with the login command for the registry. */
export function loginFix(host: string): Fix {
	return { title: { text: 'Log in to {host}', args: { host } }, edits: [], action: { type: 'login', host }, safe: false };
}

/** Puts a command on the clipboard. */
export function copyFix(command: string): Fix {
	return {
		title: { text: 'Copy "{command}"', args: { command: command.length > 48 ? `${command.slice(0, 47)}…` : command } },
		edits: [],
		action: { type: 'copy', text: command },
		safe: false,
	};
}
