import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** The registry answered that it does not know the format of the manifest. Seen only in tools' output: no file shows it. */
export const pushOciRejected = defineDiagnosis({
	code: 'push-oci-rejected',
	title: 'Registry does not take OCI manifests',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
});
