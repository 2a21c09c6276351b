import type { ExtractCard } from '../card.ts';
import { isDockerfileName } from './isDockerfileName.ts';
import { readDockerfile } from './readDockerfile.ts';
import { runCommands } from './runCommands.ts';
import { makeSource } from './source.ts';

/** Dockerfiles and Containerfiles, read as BuildKit 0.34 reads them. */
export const dockerfileCard: ExtractCard = {
	kind: 'dockerfile',
	matches: (file, languageId) => languageId === 'dockerfile' || isDockerfileName(file),
	extract: ({ file, text, builds }) => {
		const reading = readDockerfile(makeSource(file, text), builds);
		return { file, kind: 'dockerfile', text, ...reading, commands: runCommands(text, reading.dockerfile), steps: [], builds: [], evidence: [], entries: [] };
	},
};
