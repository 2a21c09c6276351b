import { defineDiagnosis } from '../diagnosis.ts';

/** A comment excuses a code that is not reported there. The engine itself finds it (`engine/applyExcuses.ts`). */
export const unusedIgnore = defineDiagnosis({
	code: 'unused-ignore',
	title: 'Excuse without a finding',
	severity: 'hint',
});
