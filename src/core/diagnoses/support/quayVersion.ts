import type { FileFacts, Span } from '../../model/index.ts';

/** The Quay that the workspace runs: its minor version (`3.<minor>`) and the image that says so. */
export interface QuayVersion {
	readonly minor: number;
	readonly file: string;
	readonly span: Span;
}

/** The version of Quay by the tags of its images; `undefined` where there is none, or more than one: which one reads a file is not known then. */
export function quayVersion(workspace: readonly FileFacts[]): QuayVersion | undefined {
	const versions = workspace.flatMap(facts => facts.uses.flatMap(({ reference, span }) => {
		if (!reference?.tag || !/(?:^|\/)quay(?:-rhel8)?$/.test(reference.path)) { return []; }
		const minor = /^v?3\.(\d+)/.exec(reference.tag)?.[1];
		return minor === undefined ? [] : [{ minor: Number(minor), file: facts.file, span }];
	}));
	return new Set(versions.map(({ minor }) => minor)).size === 1 ? versions[0] : undefined;
}
