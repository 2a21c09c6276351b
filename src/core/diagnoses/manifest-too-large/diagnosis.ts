import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The manifest is larger than 4 MiB, which clients do not read. Seen only in tools' output: no file shows it. */
export const manifestTooLarge = defineDiagnosis({
	code: 'manifest-too-large',
	title: 'Manifest is too large',
	severity: 'warning',
	explanation,
	symptoms,
});
