import { baseName, folderOf } from '../../../util/filePath.ts';
import { asMap, pairsOf, valueOf } from '../../yaml/lookup.ts';
import { noVariables } from '../hosts/hostReader.ts';
import { pipelineVariables } from './listedVariables.ts';
import type { PipelineFormat } from './pipelineFormat.ts';
import { readScripts, shellOf } from './readScripts.ts';

/** AWS CodeBuild: the commands of all phases, which one shell runs. */
export const codeBuild: PipelineFormat = {
	matches: file => /^(?:[\w.-]+[._-])?buildspec(?:[._-][\w.-]*)?\.ya?ml$/i.test(baseName(file)),
	read(reader, root) {
		const scope = shellOf(
			[...new Set([folderOf(reader.file), ''])],
			pipelineVariables(reader, valueOf(asMap(valueOf(root, 'env')), 'variables'), noVariables),
		);
		for (const { value } of pairsOf(asMap(valueOf(root, 'phases')))) {
			for (const key of ['commands', 'finally']) { readScripts(reader, valueOf(asMap(value), key), scope); }
		}
	},
};
