import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** BuildKit speaks plain HTTP to `localhost`; this registry wants TLS there. Seen only in tools' output: no file shows it. */
export const httpsRegistryHttpClient = defineDiagnosis({
	code: 'https-registry-http-client',
	title: 'Registry uses TLS, the client does not',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
});
