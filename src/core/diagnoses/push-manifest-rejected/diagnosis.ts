import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** The layers were uploaded, but the registry did not take the manifest. Seen only in tools' output: no file shows it. */
export const pushManifestRejected = defineDiagnosis({
	code: 'push-manifest-rejected',
	title: 'Registry refused the manifest',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
});
