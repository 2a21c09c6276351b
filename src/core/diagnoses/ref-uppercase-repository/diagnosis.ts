import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { isPlaceholder } from '../support/isPlaceholder.ts';
import { textOf } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** A repository path with capitals. Registry hosts and tags may have them (distribution/reference). */
export const refUppercaseRepository = defineDiagnosis({
	code: 'ref-uppercase-repository',
	title: 'Repository name in upper case',
	severity: 'error',
	explanation,
	symptoms,
	*use(use, { facts }) {
		if (use.class !== 'invalid' || use.error?.kind !== 'uppercase-repository' || use.value === undefined || isPlaceholder(use.value)) { return; }
		const at = use.errorSpan ?? use.span;
		const written = textOf(facts, at);
		const name = use.value.slice(use.error.start, use.error.end);
		yield {
			at,
			message: { text: 'Repository names are lower case, but "{name}" is not.', args: { name } },
			fixes: use.errorSpan && written === name
				? [editFix({ text: 'Change the name to lower case' }, [{ span: at, newText: written.toLowerCase() }])]
				: [],
		};
	},
});
