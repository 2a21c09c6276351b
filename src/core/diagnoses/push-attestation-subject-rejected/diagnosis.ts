import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** The registry does not know the image that the attestation names as its subject. Seen only in tools' output: no file shows it. */
export const pushAttestationSubjectRejected = defineDiagnosis({
	code: 'push-attestation-subject-rejected',
	title: "Registry rejects the attestation's subject",
	severity: 'error',
	explanation,
	remedies,
	symptoms,
});
