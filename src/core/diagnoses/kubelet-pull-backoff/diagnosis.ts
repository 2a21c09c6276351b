import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** A pull failed before; the kubelet now waits longer and longer between its tries. Seen only in tools' output: no file shows it. */
export const kubeletPullBackoff = defineDiagnosis({
	code: 'kubelet-pull-backoff',
	title: 'Kubernetes waits before it pulls again',
	severity: 'info',
	explanation,
	remedies,
	symptoms,
});
