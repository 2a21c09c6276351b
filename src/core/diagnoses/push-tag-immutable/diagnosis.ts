import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The registry is set to keep tags as they are. Seen only in tools' output: no file shows it. */
export const pushTagImmutable = defineDiagnosis({
	code: 'push-tag-immutable',
	title: 'Tag may not be overwritten',
	severity: 'error',
	explanation,
	symptoms,
});
