import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** `--load` takes one image; this build makes a list of platforms. Seen only in tools' output: no file shows it. */
export const builderLoadManifestList = defineDiagnosis({
	code: 'builder-load-manifest-list',
	title: 'Several platforms cannot be loaded',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
});
