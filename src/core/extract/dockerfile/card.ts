import type { ExtractCard } from '../card.ts';
import { isDockerfileName } from './isDockerfileName.ts';
import { readDockerfile } from './readDockerfile.ts';
import { namesTool, runCommands } from './runCommands.ts';
import { makeSource } from './source.ts';

/** Dockerfiles and Containerfiles, read as BuildKit 0.34 reads them. */
export const dockerfileCard: ExtractCard = {
	kind: 'dockerfile',
	matches: (file, languageId) => languageId === 'dockerfile' || isDockerfileName(file),
	extract: ({ file, text, builds }) => {
		const { uses, dockerfile, runs } = readDockerfile(makeSource(file, text), builds, namesTool(text));
		return {
			file,
			kind: 'dockerfile',
			text,
			uses,
			dockerfile,
			commands: runCommands(text, runs, dockerfile),
			steps: [],
			builds: [],
			evidence: [],
			entries: [],
		};
	},
};
