import type { FileFacts } from '../../model/index.ts';
import type { ExtractInput } from '../card.ts';
import { composeFiles } from './composeFiles.ts';
import { loadsOf } from './loadsOf.ts';
import { mergeReadings } from './mergeReadings.ts';
import { projectsOf } from './projectsOf.ts';
import { readInProject } from './readInProject.ts';
import { sampleFiles, withSamples } from './sampleEnvironment.ts';

/** The references of a Compose file, resolved as compose-go resolves them in each project that loads the file. */
export function extractCompose(input: ExtractInput): FileFacts {
	const { file, text } = input;
	const files = composeFiles(input);
	const { loading, extending } = projectsOf(input, files);
	const readings = loading.map(project => readInProject(project, input, files));
	const { uses, builds, entries } = mergeReadings(readings, extending.map(project => readInProject(project, input, files)));
	const loads = loadsOf(loading, input, files);
	return {
		file,
		kind: 'compose',
		text,
		uses: withSamples(uses, sampleFiles(file, text, files)),
		commands: [],
		steps: [],
		builds,
		...(loads.length > 0 && { loads }),
		evidence: [],
		entries,
	};
}

/** The environment files, the files beside it that are merged with it, and those that it or its project includes and extends, as far as they are known. */
export function composeNeeds(input: ExtractInput): readonly string[] {
	const files = composeFiles(input);
	const { loading, extending } = projectsOf(input, files);
	loadsOf([...loading, ...extending], input, files);
	sampleFiles(input.file, input.text, files);
	return [...files.asked];
}
