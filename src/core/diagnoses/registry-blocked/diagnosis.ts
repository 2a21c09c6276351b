import { defineDiagnosis } from '../diagnosis.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** `blocked = true` in registries.conf(5) of this machine: Docker does not read it, podman, buildah, skopeo and CRI-O do. */
export const registryBlocked = defineDiagnosis({
	code: 'registry-blocked',
	title: 'Registry is blocked on this machine',
	severity: 'info',
	explanation,
	symptoms,
	async *lookup(use, ask) {
		const { reference } = use;
		const verdict = await ask.registry.check(reference);
		if (verdict.verdict !== 'not-asked' || verdict.reason !== 'blocked') { return; }
		yield {
			at: hostSpan(use),
			message: { text: 'registries.conf of this machine blocks {host}: podman, buildah and skopeo do not pull this here.', args: { host: reference.domain } },
			evidence: [verdict.evidence],
		};
	},
});
