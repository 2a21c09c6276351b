import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The registry did not answer within the time that the client waits. Seen only in tools' output: no file shows it. */
export const registryTimeout = defineDiagnosis({
	code: 'registry-timeout',
	title: 'Registry did not answer in time',
	severity: 'warning',
	explanation,
	symptoms,
});
