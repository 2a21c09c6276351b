import { baseName, folderOf } from '../../../util/filePath.ts';
import { asMap, itemsOf, resolved, valueOf } from '../../yaml/lookup.ts';
import type { YamlMap } from '../../yaml/yamlNode.ts';
import { noVariables, scalarOf } from '../hosts/hostReader.ts';
import type { HostReader, HostVariables } from '../hosts/hostReader.ts';
import { pipelineVariables } from './listedVariables.ts';
import type { PipelineFormat } from './pipelineFormat.ts';
import { readScripts, shellOf } from './readScripts.ts';

const phases = [
	'before_install', 'install', 'before_script', 'script', 'before_cache', 'after_success', 'after_failure', 'before_deploy',
	'after_deploy', 'after_script',
];
/** Jobs with more environments than these are read with none. */
const most = 32;

/** Travis CI: the scripts of all phases, which one shell runs, once for each environment. */
export const travis: PipelineFormat = {
	matches: file => /^\.travis(?:[.-][\w-]+)*\.ya?ml$/i.test(baseName(file)),
	read(reader, root) {
		const env = valueOf(root, 'env');
		const groups = asMap(env);
		const isGrouped = groups !== undefined && ['global', 'jobs', 'matrix'].some(key => valueOf(groups, key));
		const global = pipelineVariables(reader, isGrouped ? valueOf(groups, 'global') : groups, noVariables);
		const lines = groups
			? [...itemsOf(valueOf(groups, 'jobs')), ...itemsOf(valueOf(groups, 'matrix'))]
			: resolved(env)?.kind === 'scalar' ? [env!]
			: itemsOf(env);
		const rounds = lines.length > most ? [] : lines;
		reader.rounds(Math.max(1, rounds.length), index => {
			readJob(reader, root, rounds.length === 0 ? global : pipelineVariables(reader, rounds[index], global));
		});
		for (const key of ['jobs', 'matrix']) {
			for (const item of itemsOf(valueOf(asMap(valueOf(root, key)), 'include'))) {
				const job = asMap(item);
				if (job) { readJob(reader, job, pipelineVariables(reader, valueOf(job, 'env'), global)); }
			}
		}
	},
};

function readJob(reader: HostReader, job: YamlMap, variables: HostVariables): void {
	const scope = shellOf([folderOf(reader.file)], variables);
	for (const key of phases) { readScripts(reader, valueOf(job, key), scope); }
	const deploy = valueOf(job, 'deploy');
	for (const item of resolved(deploy)?.kind === 'seq' ? itemsOf(deploy) : [deploy]) {
		const script = scalarOf(valueOf(asMap(item), 'script'));
		if (script) { readScripts(reader, script, scope); }
	}
}
