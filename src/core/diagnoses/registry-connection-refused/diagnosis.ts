import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The host is there, but nothing accepts connections at that port. Seen only in tools' output: no file shows it. */
export const registryConnectionRefused = defineDiagnosis({
	code: 'registry-connection-refused',
	title: 'Registry refuses connections',
	severity: 'warning',
	explanation,
	symptoms,
});
