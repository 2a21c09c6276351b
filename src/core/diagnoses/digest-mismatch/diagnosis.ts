import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The registry returned other bytes than the digest promises. Seen only in tools' output: no file shows it. */
export const digestMismatch = defineDiagnosis({
	code: 'digest-mismatch',
	title: 'Content does not match its digest',
	severity: 'error',
	explanation,
	symptoms,
});
