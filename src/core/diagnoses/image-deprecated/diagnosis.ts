import type { FileFacts, Grounds, ImageUse, Reference } from '../../model/index.ts';
import { defineDiagnosis, editFix, type Report } from '../diagnosis.ts';
import { nameAsWritten } from '../support/candidateFixes.ts';
import { deprecation } from '../support/deprecatedImages.ts';
import { replaceRepository } from '../support/replaceRepository.ts';
import { writtenTag } from '../support/replaceTag.ts';

/** An image whose makers have stopped; its successor is offered where one is known, checked unless nobody may be asked. */
export const imageDeprecated = defineDiagnosis({
	code: 'image-deprecated',
	title: 'Image without a future',
	severity: 'info',
	*use(use, { offline, workspace }) {
		if (!offline || use.class !== 'image' || !use.reference) { return; }
		yield* report(
			use,
			use.reference,
			[{ host: use.reference.domain, cached: false, note: 'offline: the successor was not checked' }],
			true,
			workspace,
		);
	},
	async *lookup(use, ask) {
		const found = deprecation(use.reference);
		if (!found) { return; }
		const verdict = found.successor && await ask.registry.check(found.successor);
		yield* report(
			use,
			use.reference,
			verdict ? [verdict.evidence] : [],
			verdict?.verdict !== 'tag-missing' && verdict?.verdict !== 'repository-missing' && verdict?.verdict !== 'missing-or-private',
			ask.workspace,
		);
	},
});

function* report(use: ImageUse, reference: Reference, evidence: readonly Grounds[], offered: boolean, workspace: readonly FileFacts[]): Iterable<Report> {
	const found = deprecation(reference);
	if (!found) { return; }
	const { successor } = found;
	const edit = successor && replaceRepository(use, successor, workspace);
	const tagChanges = successor?.tag !== undefined && successor.tag !== reference.tag;
	const tagEdit = tagChanges && reference.tag !== undefined ? writtenTag(use, workspace).edit?.(successor.tag) : undefined;
	yield {
		at: use.spans.path ? { start: (use.spans.domain ?? use.spans.path).start, end: use.spans.path.end } : use.span,
		message: successor
			? {
				text: '"{name}" gets no updates any more; its successor is "{new}".',
				args: { name: found.name, new: successor.path.replace(/^library\//, '') },
			}
			: { text: '"{name}" gets no updates any more.', args: { name: found.name } },
		evidence,
		fixes: offered && edit && (successor.tag === reference.tag || tagEdit) && !reference.digest
			? [editFix(
				{ text: 'Change the repository to "{name}"', args: { name: nameAsWritten(use, successor, successor.tag !== reference.tag) } },
				tagEdit ? [edit, tagEdit] : [edit],
				false,
			)]
			: [],
	};
}
