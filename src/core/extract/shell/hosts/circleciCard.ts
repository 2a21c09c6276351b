import type { ExtractCard } from '../../card.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { asMap, itemsOf, pairsOf, valueOf } from '../../yaml/lookup.ts';
import { readYaml } from '../../yaml/readYaml.ts';
import type { YamlMap } from '../../yaml/yamlNode.ts';
import type { VariableSyntax } from '../textWord.ts';
import { templateName } from '../shellSource.ts';
import type { ShellVariable } from '../shellScope.ts';
import { HostReader, eachMap, noVariables, scalarOf } from './hostReader.ts';
import type { HostVariables } from './hostReader.ts';
import { callRounds, jobCalls, parameterDefaults, partCalls } from './circleciParameters.ts';

type Values = ReadonlyMap<string, ShellVariable | 'unknown'>;

/** `<< parameters.tag >>` is filled in by CircleCI before anything runs. */
function parameterSyntax(values: Values): VariableSyntax {
	return {
		pattern: /<<[^<>]*>>|\$\{?\w+\}?/g,
		read: match => ({ name: templateName(match[0]) }),
		value: name => name.includes('.') ? values.get(name) : undefined,
	};
}

/** CircleCI: `docker:` executors and `run:` steps. */
export const circleciCard: ExtractCard = {
	kind: 'circleci',
	matches: file => /(?:^|\/)\.circleci\/[^/]*\.ya?ml$/.test(file),
	extract({ file, text }) {
		const reader = new HostReader(file, text, 'circleci');
		const folders = [file.replace(/(?:^|\/)\.circleci\/.*$/, '')];
		for (const { root } of readYaml(text)) {
			const top = asMap(root);
			const pipeline: HostVariables = { ...noVariables, values: parameterDefaults(file, top, 'pipeline.parameters') };
			const readMap = (map: YamlMap, variables: HostVariables): void => {
				const syntax = parameterSyntax(variables.values);
				itemsOf(valueOf(map, 'docker')).forEach((item, index) => {
					const image = scalarOf(valueOf(asMap(item), 'image'));
					if (image) { reader.use(reader.map(image), index === 0 ? 'workflow-container' : 'workflow-service', 'image', syntax); }
				});
				const run = pairsOf(map).find(({ key }) => key.value === 'run')?.value;
				if (!run) { return; }
				const details = asMap(run);
				const own = reader.variables(asMap(valueOf(details, 'environment')), variables, parameterSyntax);
				const command = scalarOf(run) ?? scalarOf(valueOf(details, 'command'));
				if (command) { reader.script(reader.map(command), { folders, environment: own.environment, variables: own.values }); }
			};
			const calls = { jobs: jobCalls(top), ...partCalls(top) };
			const read = new Set<YamlMap>();
			for (const section of ['jobs', 'executors', 'commands'] as const) {
				for (const { key, value } of pairsOf(asMap(valueOf(top, section)))) {
					const part = asMap(value);
					const rounds = callRounds(file, part, calls[section].get(key.value) ?? []);
					reader.rounds(rounds.length, index => {
						const known: HostVariables = { ...pipeline, values: new Map([...pipeline.values, ...rounds[index]!]) };
						// Steps run in the first container of the executor.
						const container = reader.variables(asMap(valueOf(asMap(itemsOf(valueOf(part, 'docker'))[0]), 'environment')), known, parameterSyntax);
						const variables = reader.variables(asMap(valueOf(part, 'environment')), container, parameterSyntax);
						eachMap(value, map => {
							read.add(map);
							readMap(map, variables);
						});
					});
				}
			}
			eachMap(root, map => { if (!read.has(map)) { readMap(map, pipeline); } });
		}
		return { ...emptyFacts(file, 'circleci', text), ...reader.collection.facts() };
	},
};
