import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** The registry knows the login or wants one, and does not let it write there. Seen only in tools' output: no file shows it. */
export const pushDenied = defineDiagnosis({
	code: 'push-denied',
	title: 'Push is not allowed',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
});
