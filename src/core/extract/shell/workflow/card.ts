import { baseName, joinPath } from '../../../util/filePath.ts';
import type { ExtractCard } from '../../card.ts';
import { gitHubRepository } from './gitHubRepository.ts';
import { repositoryRoot } from './repositoryRoot.ts';
import { readWorkflow } from './readWorkflow.ts';

/** GitHub workflows and actions (also of Gitea and Forgejo). */
export const workflowCard: ExtractCard = {
	kind: 'workflow',
	matches: (file, languageId, text) => languageId === 'github-actions-workflow'
		|| /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]*\.ya?ml$/.test(file)
		|| (/^action\.ya?ml$/.test(baseName(file)) && /^runs:/m.test(text)),
	needs: ({ file, text }) => /\bgithub\.repository|GITHUB_REPOSITORY/.test(text) ? [gitConfig(file)] : [],
	extract(input) {
		const repository = gitHubRepository(input.files.get(gitConfig(input.file)));
		return { ...readWorkflow(input), ...(repository !== undefined && { gitHubRepository: repository }) };
	},
};

function gitConfig(file: string): string {
	return joinPath(repositoryRoot(file), '.git/config');
}
