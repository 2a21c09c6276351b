import type { Evidence, ImageUse, Reference } from '../../model/index.ts';
import { defineDiagnosis, editFix, type Report } from '../diagnosis.ts';
import { nameAsWritten } from '../support/candidateFixes.ts';
import { deprecation } from '../support/deprecatedImages.ts';
import { replaceRepository } from '../support/replaceRepository.ts';

/** An image whose makers have stopped; its successor is offered where one is known, checked unless nobody may be asked. */
export const imageDeprecated = defineDiagnosis({
	code: 'image-deprecated',
	title: 'Image without a future',
	severity: 'info',
	*use(use, { offline }) {
		if (!offline || use.class !== 'image' || !use.reference) { return; }
		yield* report(use, use.reference, [{ host: use.reference.domain, at: new Date(0).toISOString(), cached: false, note: 'offline: the successor was not checked' }], true);
	},
	async *lookup(use, ask) {
		const found = deprecation(use.reference);
		if (!found) { return; }
		const verdict = found.successor && await ask.registry.check(found.successor);
		yield* report(use, use.reference, verdict ? [verdict.evidence] : [], verdict?.verdict !== 'tag-missing' && verdict?.verdict !== 'repository-missing' && verdict?.verdict !== 'missing-or-private');
	},
});

function* report(use: ImageUse, reference: Reference, evidence: readonly Evidence[], offered: boolean): Iterable<Report> {
	const found = deprecation(reference);
	if (!found) { return; }
	const { successor } = found;
	const edit = successor && replaceRepository(use, successor);
	const tag = use.spans.tag;
	const editable = edit && (successor.tag === reference.tag || tag);
	yield {
		at: use.spans.path ? { start: (use.spans.domain ?? use.spans.path).start, end: use.spans.path.end } : use.span,
		message: successor
			? { text: '"{name}" gets no updates any more; its successor is "{new}".', args: { name: found.name, new: successor.path.replace(/^library\//, '') } }
			: { text: '"{name}" gets no updates any more.', args: { name: found.name } },
		evidence,
		fixes: offered && editable && !reference.digest
			? [editFix({ text: 'Change the repository to "{name}"', args: { name: nameAsWritten(use, successor, successor.tag !== reference.tag) } }, tag && successor.tag !== undefined && successor.tag !== reference.tag ? [edit, { span: tag, newText: successor.tag }] : [edit], false)]
			: [],
	};
}
