import type { Edit, FileFacts, Grounds, ImageUse, Reference } from '../../model/index.ts';
import { defineDiagnosis, editFix, type Report } from '../diagnosis.ts';
import { partSpans } from '../../reference/partSpans.ts';
import { isWritten } from '../support/isWritten.ts';
import { partInVariable } from '../support/partInVariable.ts';
import { repositoryUse } from '../support/repositoryUse.ts';
import { replaceRepository } from '../support/replaceRepository.ts';
import { variableSource } from '../support/variableSource.ts';
import { type MovedRegistry, movedRegistry } from '../support/movedRegistry.ts';

/** A registry, or a part of one, that people were asked to leave. The new place is checked before it is offered, unless nobody may be asked. */
export const registryMoved = defineDiagnosis({
	code: 'registry-moved',
	title: 'Registry has moved',
	severity: 'warning',
	*use(given, { offline, workspace }) {
		const use = repositoryUse(given);
		// What is written there is nothing to look for at the new place, and without a tag nothing can be asked.
		const unasked = isWritten(use) || use !== given;
		if (!use.reference || (!unasked && (!offline || use.class !== 'image' && use.class !== 'artifact'))) { return; }
		const moved = movedRegistry(use.reference)?.reference;
		const offered = offline || use === given || moved?.path === use.reference.path;
		yield* report(use, use.reference, moved ? [notChecked(moved.domain)] : [], { offered, safe: moved?.domain === 'registry.k8s.io', workspace });
	},
	async *lookup(use, ask) {
		const moved = movedRegistry(use.reference);
		if (!moved) { return; }
		const verdict = await ask.registry.check(moved.reference);
		const gone = ['tag-missing', 'digest-missing', 'repository-missing', 'missing-or-private'].includes(verdict.verdict);
		yield* report(
			use,
			use.reference,
			[verdict.evidence],
			{ offered: !gone, safe: verdict.verdict === 'exists' || moved.reference.domain === 'registry.k8s.io', workspace: ask.workspace },
		);
	},
});

function* report(
	use: ImageUse,
	reference: Reference,
	evidence: readonly Grounds[],
	{ offered, safe, workspace }: { readonly offered: boolean; readonly safe: boolean; readonly workspace: readonly FileFacts[] },
): Iterable<Report> {
	const moved = movedRegistry(reference);
	const { domain, path } = use.spans;
	if (!moved) { return; }
	const at = domain && path ? { start: domain.start, end: path.end } : use.span;
	const edit = editOf(use, reference, moved, workspace);
	yield {
		at: moved.old.includes('/') ? at : domain ?? use.span,
		message: { text: '"{old}" has moved to "{new}".', args: { old: moved.old, new: moved.new } },
		evidence,
		fixes: offered && edit ? [editFix({ text: 'Change the repository to "{name}"', args: { name: moved.reference.repository } }, [edit], safe)] : [],
	};
}

/** Only the host is changed where only that moved; a host that a variable holds is changed where its value stands. */
function editOf(use: ImageUse, reference: Reference, moved: MovedRegistry, workspace: readonly FileFacts[]): Edit | undefined {
	const { domain, path } = use.spans;
	const onlyHost = moved.reference.path === reference.path;
	if (domain && onlyHost) { return { span: domain, newText: moved.reference.domain }; }
	const name = /^["']?\$\{?(?<name>\w+)\}?\//.exec(use.text)?.groups?.['name'];
	const variable = use.variables.find(one => one.name === name && one.value === reference.domain);
	const source = onlyHost ? variableSource(variable, workspace) : undefined;
	if (source) { return { ...source, newText: moved.reference.domain }; }
	const part = onlyHost ? partInVariable(use, partSpans(use.value ?? '').domain, workspace) : undefined;
	if (part) { return part.edit(moved.reference.domain); }
	if (!path) { return replaceRepository(use, moved.reference, workspace); }
	const written = domain && path ? { start: domain.start, end: path.end } : undefined;
	const literal = written && !use.text.slice(written.start - use.span.start, written.end - use.span.start).includes('$');
	return literal ? { span: written, newText: moved.reference.repository } : undefined;
}

function notChecked(host: string): Grounds {
	return { host, cached: false, note: 'offline: the new place was not checked' };
}
