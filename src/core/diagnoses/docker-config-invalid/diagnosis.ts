import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The file with the saved logins is damaged, so pulls go on as if nobody were logged in. Seen only in tools' output: no file shows it. */
export const dockerConfigInvalid = defineDiagnosis({
	code: 'docker-config-invalid',
	title: 'Docker configuration cannot be read',
	severity: 'warning',
	explanation,
	symptoms,
});
