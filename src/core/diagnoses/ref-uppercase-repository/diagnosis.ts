import type { FileFacts, ImageUse } from '../../model/index.ts';
import { defineDiagnosis, editFix, type Report } from '../diagnosis.ts';
import { capitalsInOpenName } from '../support/capitalsInOpenName.ts';
import { capitalsOfRepository, isLoweredByStep } from '../support/capitalsOfRepository.ts';
import { hasPlaceholderWord } from '../support/isPlaceholder.ts';
import { lowerFilledPart } from '../support/lowerFilledPart.ts';
import { lowerPart } from '../support/lowerPart.ts';
import { textOf } from '../support/spanOfUse.ts';
import { piecesOf, spanOfPart } from '../support/variableExpression.ts';
import { explanation, symptoms } from './symptoms.ts';

/** A repository path with capitals. Registry hosts and tags may have them (distribution/reference). */
export const refUppercaseRepository = defineDiagnosis({
	code: 'ref-uppercase-repository',
	title: 'Repository name in upper case',
	severity: 'error',
	explanation,
	symptoms,
	*use(use, { facts, workspace }) {
		if (isLoweredByStep(use, facts)) { return; }
		if (use.class === 'variable' || (use.class === 'image' && use.value === undefined)) { yield* openName(use, facts, workspace); return; }
		if (use.class !== 'invalid' || use.error?.kind !== 'uppercase-repository' || use.value === undefined || hasPlaceholderWord(use.value)) { return; }
		// Pages write `ImageName` for any name.
		if (facts.kind === 'markdown' && /^[A-Za-z_-]+$/.test(use.value)) { return; }
		const at = use.errorSpan ?? use.span;
		const written = textOf(facts, at);
		const name = use.value.slice(use.error.start, use.error.end);
		const literal = use.errorSpan && written === name;
		const edits = literal ? [{ span: at, newText: name.toLowerCase() }] : lowerPart(use, use.error, workspace);
		yield {
			at,
			message: { text: 'Repository names are lower case, but "{name}" is not.', args: { name } },
			fixes: edits.length > 0 ? [editFix({ text: 'Change the name to lower case' }, edits)] : [],
		};
	},
});

const literalKinds = ['from', 'copy-from', 'compose-image', 'compose-build-tag', 'command-push', 'command-tag', 'workflow-tag'];

/** A name that is not known yet, with capitals that it keeps whatever its open variables are. */
function* openName(use: ImageUse, facts: FileFacts, workspace: readonly FileFacts[]): Iterable<Report> {
	const filled = capitalsOfRepository(use, facts);
	if (filled) {
		const edits = lowerFilledPart(use, filled, facts);
		yield {
			at: filled.span,
			severity: 'warning',
			message: { text: 'Repository names are lower case, but "{name}" is not.', args: { name: filled.name } },
			fixes: edits.length > 0 ? [editFix({ text: 'Change the name to lower case' }, edits, false)] : [],
		};
		return;
	}
	const open = (piecesOf(use) ?? []).map(({ value }) => value).join('');
	// Behind flags that are variables, a path of this machine may stand where an image is expected.
	const certain = literalKinds.includes(use.kind) || (use.kind === 'command-pull' && /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\//.test(open));
	const part = certain ? capitalsInOpenName(open) : undefined;
	if (!part) { return; }
	const edits = lowerPart(use, part, workspace);
	yield {
		at: spanOfPart(use, part) ?? use.span,
		severity: 'warning',
		message: { text: 'Repository names are lower case, but "{name}" is not.', args: { name: open.slice(part.start, part.end) } },
		fixes: edits.length > 0 ? [editFix({ text: 'Change the name to lower case' }, edits)] : [],
	};
}
