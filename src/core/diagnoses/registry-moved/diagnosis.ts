import type { Evidence, ImageUse, Reference } from '../../model/index.ts';
import { defineDiagnosis, editFix, type Report } from '../diagnosis.ts';
import { movedRegistry } from '../support/movedRegistry.ts';

/** A registry, or a part of one, that people were asked to leave. The new place is checked before it is offered, unless nobody may be asked. */
export const registryMoved = defineDiagnosis({
	code: 'registry-moved',
	title: 'Registry has moved',
	severity: 'warning',
	*use(use, { offline }) {
		// What is written there is nothing to look for at the new place.
		const pushed = use.class === 'build-output' || use.kind === 'command-push' || use.kind === 'command-tag';
		if (!use.reference || (!pushed && (!offline || use.class !== 'image' && use.class !== 'artifact'))) { return; }
		const host = movedRegistry(use.reference)?.reference.domain;
		yield* report(use, use.reference, host === undefined ? [] : [notChecked(host)], { offered: true, safe: host === 'registry.k8s.io' });
	},
	async *lookup(use, ask) {
		const moved = movedRegistry(use.reference);
		if (!moved) { return; }
		const verdict = await ask.registry.check(moved.reference);
		const gone = ['tag-missing', 'digest-missing', 'repository-missing', 'missing-or-private'].includes(verdict.verdict);
		yield* report(use, use.reference, [verdict.evidence], { offered: !gone, safe: verdict.verdict === 'exists' || moved.reference.domain === 'registry.k8s.io' });
	},
});

function* report(use: ImageUse, reference: Reference, evidence: readonly Evidence[], { offered, safe }: { readonly offered: boolean; readonly safe: boolean }): Iterable<Report> {
	const moved = movedRegistry(reference);
	const { domain, path } = use.spans;
	if (!moved) { return; }
	const at = domain && path ? { start: domain.start, end: path.end } : use.span;
	const editable = domain && path && !use.text.slice(at.start - use.span.start, at.end - use.span.start).includes('$');
	const edit = moved.reference.domain !== reference.domain && moved.reference.path === reference.path && domain
		? { span: domain, newText: moved.reference.domain }
		: { span: at, newText: moved.reference.repository };
	yield {
		at: moved.old.includes('/') ? at : domain ?? use.span,
		message: { text: '"{old}" has moved to "{new}".', args: { old: moved.old, new: moved.new } },
		evidence,
		fixes: offered && editable ? [editFix({ text: 'Change the repository to "{name}"', args: { name: moved.reference.repository } }, [edit], safe)] : [],
	};
}

function notChecked(host: string): Evidence {
	return { host, at: new Date(0).toISOString(), cached: false, note: 'offline: the new place was not checked' };
}
