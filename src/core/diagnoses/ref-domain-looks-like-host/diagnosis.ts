import { defineDiagnosis, editFix } from '../diagnosis.ts';

/** The first part of the name is a service of the same Compose file that is a registry; without dot or port it is no host. */
export const refDomainLooksLikeHost = defineDiagnosis({
	code: 'ref-domain-looks-like-host',
	title: 'Host name without a port',
	severity: 'hint',
	*use({ reference, spans, class: meaning }, { facts }) {
		if (facts.kind !== 'compose' || (meaning !== 'image' && meaning !== 'build-output') || !reference || spans.domain || !spans.path) { return; }
		const first = reference.path.split('/')[0] ?? '';
		const isRegistry = facts.uses.some(({ owner, reference: image }) => owner?.label === `service ${first}` && /(?:^|\/)(?:registry|quay|harbor|zot)$/.test(image?.path ?? ''));
		if (!reference.path.includes('/') || !isRegistry || facts.text.slice(spans.path.start, spans.path.start + first.length) !== first) { return; }
		const end = spans.path.start + first.length;
		yield {
			at: { start: spans.path.start, end },
			message: { text: '"{host}" has no dot or port, so Docker reads it as a name on Docker Hub.', args: { host: first } },
			fixes: [editFix({ text: 'Change the registry to "{host}"', args: { host: `${first}:5000` } }, [{ span: { start: end, end }, newText: ':5000' }], false)],
		};
	},
});
