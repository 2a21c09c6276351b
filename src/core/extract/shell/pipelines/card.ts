import type { ExtractCard } from '../../card.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { asMap } from '../../yaml/lookup.ts';
import { readYaml } from '../../yaml/readYaml.ts';
import { HostReader } from '../hosts/hostReader.ts';
import { bitbucket } from './bitbucket.ts';
import { buildkite } from './buildkite.ts';
import { cloudBuild } from './cloudBuild.ts';
import { codeBuild } from './codeBuild.ts';
import { appveyor, cirrus, gitpod, preCommit, semaphore } from './containerJobs.ts';
import { drone } from './drone.ts';
import { skaffold } from './skaffold.ts';
import { travis } from './travis.ts';

const formats = [drone, bitbucket, travis, buildkite, cloudBuild, codeBuild, skaffold, gitpod, semaphore, cirrus, appveyor, preCommit];

/** Pipelines of CI systems that have no card of their own. */
export const pipelineCard: ExtractCard = {
	kind: 'pipeline',
	matches: file => formats.some(format => format.matches(file)),
	extract({ file, text }) {
		const reader = new HostReader(file, text, 'pipeline');
		const format = formats.find(each => each.matches(file));
		for (const { root } of format ? readYaml(text) : []) {
			const map = asMap(root);
			if (map) { format!.read(reader, map); }
		}
		return { ...emptyFacts(file, 'pipeline', text), ...reader.collection.facts() };
	},
};
