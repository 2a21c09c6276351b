import type { Fix, ImageUse, Reference } from '../../model/index.ts';
import { familiarName } from '../../reference/familiarName.ts';
import { editFix } from '../diagnosis.ts';
import type { Candidate } from './verifiedCandidates.ts';
import { replaceRepository } from './replaceRepository.ts';

/** One fix for each confirmed repository; the tag is changed with it where the other one has only a similar tag. */
export function candidateFixes(use: ImageUse & { readonly reference: Reference }, candidates: readonly Candidate[]): readonly Fix[] {
	return candidates.flatMap(({ reference }) => {
		const edit = replaceRepository(use, reference);
		if (!edit) { return []; }
		const tagChanges = reference.tag !== use.reference.tag && reference.tag !== undefined;
		if (tagChanges && !use.spans.tag) { return []; }
		const edits = tagChanges && use.spans.tag ? [edit, { span: use.spans.tag, newText: reference.tag }] : [edit];
		const repository = use.spans.domain ? reference.repository : familiarName(reference);
		return [editFix({ text: 'Change the repository to "{name}"', args: { name: tagChanges ? `${repository}:${reference.tag ?? ''}` : repository } }, edits)];
	});
}

/** Opens a terminal with the login command for the registry. */
export function loginFix(host: string): Fix {
	return { title: { text: 'Log in to {host}', args: { host } }, edits: [], action: { type: 'login', host }, safe: false };
}

/** Puts a command on the clipboard. */
export function copyFix(command: string): Fix {
	return { title: { text: 'Copy "{command}"', args: { command: command.length > 48 ? `${command.slice(0, 47)}…` : command } }, edits: [], action: { type: 'copy', text: command }, safe: false };
}
