import type { FileFacts, ImageUse } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { isBuiltHere } from '../support/isBuiltHere.ts';

/**
 * The first part of the name is meant as a host, but without dot or port it is none: a service of the same Compose file that is a
 * registry (or any, where more parts follow than a name on Docker Hub has), or a word with an underscore, which no new name on Docker Hub may have.
 */
export const refDomainLooksLikeHost = defineDiagnosis({
	code: 'ref-domain-looks-like-host',
	title: 'Host name without a port',
	severity: 'hint',
	*use(use, { facts, workspace }) {
		const { reference, spans, class: meaning } = use;
		if ((meaning !== 'image' && meaning !== 'build-output') || !reference || spans.domain || !spans.path || reference.domain !== 'docker.io') { return; }
		const [first = '', ...rest] = reference.path.split('/');
		if (rest.length === 0 || first === 'library' || facts.text.slice(spans.path.start, spans.path.start + first.length) !== first) { return; }
		const isService = isRegistryService(first, facts) || (rest.length > 1 && isAnyService(first, facts));
		if (!isService && !(first.includes('_') && isRemote(use, workspace))) { return; }
		const end = spans.path.start + first.length;
		yield {
			at: { start: spans.path.start, end },
			message: { text: '"{host}" has no dot or port, so Docker reads it as a name on Docker Hub.', args: { host: first } },
			fixes: [editFix(
				{ text: 'Change the registry to "{host}"', args: { host: `${first}:5000` } },
				[{ span: { start: end, end }, newText: ':5000' }],
				false,
			)],
		};
	},
});

function isRegistryService(name: string, { kind, uses }: FileFacts): boolean {
	return kind === 'compose'
		&& uses.some(({ owner, reference }) => owner?.label === `service ${name}` && /(?:^|\/)(?:registry|quay|harbor|zot)$/.test(reference?.path ?? ''));
}

function isAnyService(name: string, { kind, uses }: FileFacts): boolean {
	return kind === 'compose' && uses.some(({ owner }) => owner?.label === `service ${name}`);
}

/** Pushed, or pulled and not made here. */
function isRemote(use: ImageUse, workspace: readonly FileFacts[]): boolean {
	return use.kind === 'command-push' || (use.class === 'image' && !isBuiltHere(use, workspace));
}
