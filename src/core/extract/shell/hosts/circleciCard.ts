import type { ExtractCard } from '../../card.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { asMap, itemsOf, pairsOf, valueOf } from '../../yaml/lookup.ts';
import { readYaml } from '../../yaml/readYaml.ts';
import type { YamlMap } from '../../yaml/yamlNode.ts';
import type { VariableSyntax } from '../textWord.ts';
import { HostReader, eachMap, noVariables, scalarOf } from './hostReader.ts';
import type { HostVariables } from './hostReader.ts';

/** `<< parameters.tag >>` is filled in by CircleCI before anything runs. */
const syntax: VariableSyntax = { pattern: /<<[^<>]*>>|\$\{?\w+\}?/g, read: match => ({ name: match[0] }), value: () => undefined };

/** CircleCI: `docker:` executors and `run:` steps. */
export const circleciCard: ExtractCard = {
	kind: 'circleci',
	matches: file => /(?:^|\/)\.circleci\/[^/]*\.ya?ml$/.test(file),
	extract({ file, text }) {
		const reader = new HostReader(file, text, 'circleci');
		const folders = [file.replace(/(?:^|\/)\.circleci\/.*$/, '')];
		for (const { root } of readYaml(text)) {
			const readMap = (map: YamlMap, variables: HostVariables): void => {
				itemsOf(valueOf(map, 'docker')).forEach((item, index) => {
					const image = scalarOf(valueOf(asMap(item), 'image'));
					if (image) { reader.use(reader.map(image), index === 0 ? 'workflow-container' : 'workflow-service', 'image', syntax); }
				});
				const run = pairsOf(map).find(({ key }) => key.value === 'run')?.value;
				if (!run) { return; }
				const details = asMap(run);
				const own = reader.variables(asMap(valueOf(details, 'environment')), variables, () => syntax);
				const command = scalarOf(run) ?? scalarOf(valueOf(details, 'command'));
				if (command) { reader.script(reader.map(command), { folders, environment: own.environment, variables: own.values }); }
			};
			const jobs = asMap(valueOf(asMap(root), 'jobs'));
			const jobOf = new Map<YamlMap, HostVariables>();
			for (const { value } of pairsOf(jobs)) {
				const job = asMap(value);
				const variables = reader.variables(asMap(valueOf(job, 'environment')), noVariables, () => syntax);
				eachMap(value, map => { jobOf.set(map, variables); });
			}
			eachMap(root, map => { readMap(map, jobOf.get(map) ?? noVariables); });
		}
		return { ...emptyFacts(file, 'circleci', text), ...reader.collection.facts() };
	},
};
