import { defineDiagnosis } from '../diagnosis.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** Amazon ECR does not make a repository by the first push. Seen only in tools' output: no file shows it. */
export const pushRepositoryMissing = defineDiagnosis({
	code: 'push-repository-missing',
	title: 'Repository must be made first',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
});
