import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** The `docker` driver with the classic image store builds for one platform. Which builder a machine has, no file shows. */
export const builderMultiPlatformUnsupported = defineDiagnosis({
	code: 'builder-multi-platform-unsupported',
	title: 'Builder makes one platform only',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
});
