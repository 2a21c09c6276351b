import type { ExtractCard } from '../card.ts';
import { shellCard } from './card.ts';
import { azureCard } from './hosts/azureCard.ts';
import { circleciCard } from './hosts/circleciCard.ts';
import { gitlabCard } from './hosts/gitlabCard.ts';
import { justfileCard } from './hosts/justfileCard.ts';
import { makefileCard } from './hosts/makefileCard.ts';
import { packageJsonCard } from './hosts/packageJsonCard.ts';
import { taskfileCard } from './hosts/taskfileCard.ts';
import { tasksJsonCard } from './hosts/tasksJsonCard.ts';
import { jenkinsfileCard } from './jenkins/card.ts';
import { pipelineCard } from './pipelines/card.ts';
import { markdownCard } from './markdown/card.ts';
import { workflowCard } from './workflow/card.ts';

export {
	azureCard, circleciCard, gitlabCard, jenkinsfileCard, justfileCard, makefileCard, markdownCard, packageJsonCard, pipelineCard,
	shellCard, taskfileCard, tasksJsonCard, workflowCard,
};

/** Every kind of file that holds build commands; CI files go before what is told by its content. */
export const shellCards: readonly ExtractCard[] = [
	workflowCard, gitlabCard, azureCard, circleciCard, pipelineCard, jenkinsfileCard,
	taskfileCard, justfileCard, makefileCard, packageJsonCard, tasksJsonCard, markdownCard, shellCard,
];
