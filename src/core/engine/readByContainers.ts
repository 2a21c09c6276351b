import type { FileFacts, ImageUse } from '../model/index.ts';
import { baseName } from '../util/filePath.ts';

/** Is this a name without registry that podman or buildah reads? They look through lists of the machine; Docker always means `docker.io`. */
export function readByContainers(use: ImageUse, { kind, file, commands }: FileFacts): boolean {
	if (use.spans.domain || !use.spans.path || use.reference?.domain !== 'docker.io') { return false; }
	const tool = use.command === undefined ? undefined : commands[use.command]?.tool;
	return tool === 'podman' || tool === 'buildah' || kind === 'quadlet' || (kind === 'dockerfile' && /^Containerfile|\.Containerfile$/i.test(baseName(file)));
}
