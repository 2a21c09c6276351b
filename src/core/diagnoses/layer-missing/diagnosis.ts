import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The manifest exists, but the registry no longer has one of the layers it lists. Seen only in tools' output: no file shows it. */
export const layerMissing = defineDiagnosis({
	code: 'layer-missing',
	title: 'Layer is gone from the registry',
	severity: 'error',
	explanation,
	symptoms,
});
