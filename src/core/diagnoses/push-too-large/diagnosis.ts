import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, symptoms } from './symptoms.ts';

/** A proxy in front of the registry limits the size of uploads. Seen only in tools' output: no file shows it. */
export const pushTooLarge = defineDiagnosis({
	code: 'push-too-large',
	title: 'Upload is too large',
	severity: 'error',
	explanation,
	symptoms,
});
