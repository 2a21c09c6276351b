import type { BuildLink, ImageUse } from '../../model/index.ts';
import type { TextMap } from '../../util/textMap.ts';
import { readDockerfile, type DockerfileReading } from './readDockerfile.ts';
import { makeSource } from './source.ts';

/** Where the piece stands and who uses it. */
export interface DockerfileTextOptions {
	/** The file that the piece stands in. */
	readonly file: string;
	/** That file's whole text. */
	readonly outerText: string;
	/** Who builds the piece, and with which arguments. */
	readonly builds?: readonly BuildLink[];
	/** Put in front of the kinds: `compose-inline-` makes `compose-inline-from`. */
	readonly kindPrefix?: 'compose-inline-' | 'bake-inline-';
}

/** Reads a Dockerfile that is part of another file; all spans are in that file. Never throws. */
export function extractDockerfileText(map: TextMap, { file, outerText, builds = [], kindPrefix }: DockerfileTextOptions): DockerfileReading {
	const reading = readDockerfile(makeSource(file, outerText, map), builds);
	if (!kindPrefix) { return reading; }
	return { ...reading, uses: reading.uses.map((use): ImageUse => ({ ...use, kind: `${kindPrefix}${use.kind}` as const })) };
}
