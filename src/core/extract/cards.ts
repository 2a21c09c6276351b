import type { ExtractCard } from './card.ts';
import { bakeCard } from './bake/card.ts';
import { composeCard } from './compose/card.ts';
import { devcontainerCard } from './devcontainer/card.ts';
import { dockerDaemonCard } from './dockerDaemon/card.ts';
import { dockerfileCard } from './dockerfile/card.ts';
import { helmValuesCard } from './helmValues/card.ts';
import { kubernetesCard } from './kubernetes/card.ts';
import { quadletCard } from './quadlet/card.ts';
import { quayConfigCard } from './quayConfig/card.ts';
import { shellCard } from './shell/card.ts';
import { azureCard } from './shell/hosts/azureCard.ts';
import { circleciCard } from './shell/hosts/circleciCard.ts';
import { gitlabCard } from './shell/hosts/gitlabCard.ts';
import { justfileCard } from './shell/hosts/justfileCard.ts';
import { makefileCard } from './shell/hosts/makefileCard.ts';
import { packageJsonCard } from './shell/hosts/packageJsonCard.ts';
import { taskfileCard } from './shell/hosts/taskfileCard.ts';
import { tasksJsonCard } from './shell/hosts/tasksJsonCard.ts';
import { markdownCard } from './shell/markdown/card.ts';
import { jenkinsfileCard } from './shell/jenkins/card.ts';
import { pipelineCard } from './shell/pipelines/card.ts';
import { workflowCard } from './shell/workflow/card.ts';

/**
 * Every kind of file that is read, the more particular name first: the first card that matches reads the file.
 * Those that look at the text because the name says nothing stand after those that know the name.
 */
export const cards: readonly ExtractCard[] = [
	dockerfileCard,
	composeCard,
	devcontainerCard,
	bakeCard,
	workflowCard,
	gitlabCard,
	circleciCard,
	pipelineCard,
	jenkinsfileCard,
	taskfileCard,
	justfileCard,
	makefileCard,
	packageJsonCard,
	tasksJsonCard,
	azureCard,
	quadletCard,
	quayConfigCard,
	dockerDaemonCard,
	kubernetesCard,
	helmValuesCard,
	markdownCard,
	shellCard,
];
