import { defineDiagnosis, editFix } from '../diagnosis.ts';

/** A service with `image` and `build`: the name is one that Compose gives, so no registry is asked for it. `pull_policy: build` says so to Compose too. */
export const composeLocalImageNotBuilt = defineDiagnosis({
	code: 'compose-local-image-not-built',
	title: 'Image that Compose builds',
	severity: 'off',
	*use(use, { facts }) {
		if (use.kind !== 'compose-image' || use.class !== 'build-output' || use.value === undefined) { return; }
		const service = use.owner?.label.replace(/^service /, '');
		if (service === undefined || facts.entries.some(({ path }) => path === `services.${service}.pull_policy`)) { return; }
		yield {
			at: use.span,
			severity: 'hint',
			message: { text: 'Compose builds "{reference}"; no registry was asked for it.', args: { reference: use.value } },
			fixes: insertion(facts.text, use.span.start, use.span.end),
		};
	},
});

/** A line of its own below `image:`; nothing where more stands on that line. */
function insertion(text: string, start: number, end: number) {
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const newline = text.indexOf('\n', end);
	const line = text.slice(lineStart, newline === -1 ? text.length : newline);
	const indent = /^([ ]+)image:[ \t]+\S+[ \t]*(?:#.*)?\r?$/.exec(line)?.[1];
	if (indent === undefined || newline === -1) { return []; }
	const eol = line.endsWith('\r') ? '\r\n' : '\n';
	return [editFix({ text: 'Add "{flags}"', args: { flags: 'pull_policy: build' } }, [{ span: { start: newline + 1, end: newline + 1 }, newText: `${indent}pull_policy: build${eol}` }], false)];
}
