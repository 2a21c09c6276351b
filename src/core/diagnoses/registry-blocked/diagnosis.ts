import { defineDiagnosis } from '../diagnosis.ts';
import { hostReport } from '../support/hostReport.ts';
import { explanation, symptoms } from './symptoms.ts';

/** `blocked = true` in registries.conf(5) of this machine: Docker does not read it, podman, buildah, skopeo and CRI-O do. */
export const registryBlocked = defineDiagnosis({
	code: 'registry-blocked',
	title: 'Registry is blocked on this machine',
	severity: 'info',
	explanation,
	symptoms,
	answers: ['not-asked'],
	async *lookup(use, _ask, verdict) {
		if (verdict.reason !== 'blocked') { return; }
		yield hostReport(use, verdict, 'registries.conf of this machine blocks {host}: podman, buildah and skopeo do not pull this here.');
	},
});
