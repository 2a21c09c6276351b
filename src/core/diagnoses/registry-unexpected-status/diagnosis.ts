import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The registry answered with a status that clients have no meaning for. Seen only in tools' output: no file shows it. */
export const registryUnexpectedStatus = defineDiagnosis({
	code: 'registry-unexpected-status',
	title: 'Registry gave an unexpected answer',
	severity: 'warning',
	explanation,
	symptoms,
});
