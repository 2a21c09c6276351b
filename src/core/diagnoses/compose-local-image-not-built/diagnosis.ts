import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { lineBelow } from '../support/lineBelow.ts';

/** A service with `image` and `build`: the name is one that Compose gives, so no registry is asked for it. `pull_policy: build` says so to Compose too. */
export const composeLocalImageNotBuilt = defineDiagnosis({
	code: 'compose-local-image-not-built',
	title: 'Image that Compose builds',
	severity: 'off',
	*use(use, { facts }) {
		if (use.kind !== 'compose-image' || use.class !== 'build-output' || use.value === undefined) { return; }
		const service = use.owner?.label.replace(/^service /, '');
		if (service === undefined || facts.entries.some(({ path }) => path === `services.${service}.pull_policy`)) { return; }
		const edit = lineBelow(facts.text, use.span, 'image', 'pull_policy: build');
		yield {
			at: use.span,
			severity: 'hint',
			message: { text: 'Compose builds "{reference}"; no registry was asked for it.', args: { reference: use.value } },
			fixes: edit ? [editFix({ text: 'Add "{flags}"', args: { flags: 'pull_policy: build' } }, [edit], false)] : [],
		};
	},
});
