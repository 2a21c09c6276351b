import { baseName } from '../../../util/filePath.ts';
import type { ExtractCard } from '../../card.ts';
import { readWorkflow } from './readWorkflow.ts';

/** GitHub workflows and actions (also of Gitea and Forgejo). */
export const workflowCard: ExtractCard = {
	kind: 'workflow',
	matches: (file, languageId, text) => languageId === 'github-actions-workflow'
		|| /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]*\.ya?ml$/.test(file)
		|| (/^action\.ya?ml$/.test(baseName(file)) && /^runs:/m.test(text)),
	extract: readWorkflow,
};
