import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** OpenShift's registry answers 500 when the image stream does not exist. Seen only in tools' output: no file shows it. */
export const openshiftImagestreamMissing = defineDiagnosis({
	code: 'openshift-imagestream-missing',
	title: 'Image stream is missing',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
});
