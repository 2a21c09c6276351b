import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** A Kubernetes or OpenShift manifest uses an image that wants a login, and names no pull secret. The service account may have one, so this informs only. */
export const openshiftPullSecretRequired = defineDiagnosis({
	code: 'openshift-pull-secret-required',
	title: 'Pull secret may be missing',
	severity: 'info',
	explanation,
	remedies,
	symptoms,
	async *lookup(use, ask) {
		if (use.kind !== 'kubernetes-image' || ask.facts.entries.some(({ path }) => path.includes('imagePullSecrets'))) { return; }
		const verdict = await ask.registry.check(use.reference, ask.signal);
		if (verdict.verdict !== 'login-needed' && verdict.verdict !== 'not-allowed') { return; }
		const host = use.reference.domain;
		const create = `oc create secret docker-registry NAME --docker-server=${host} --docker-username=USER --docker-password=PASSWORD`;
		yield {
			at: use.span,
			message: { text: '{host} wants a login for this image, and this file names no pull secret.', args: { host } },
			evidence: [verdict.evidence],
			fixes: [copy(create), copy('oc secrets link default NAME --for=pull')],
		};
	},
});

function copy(command: string) {
	return { title: { text: 'Copy "{command}"', args: { command: command.split(' ').slice(0, 4).join(' ') } }, edits: [], action: { type: 'copy' as const, text: command }, safe: false };
}
