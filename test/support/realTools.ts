import { projectFile } from './projectFile.ts';
import { runProgram } from './runProgram.ts';

/** Where the real tools are: paths of programs, and what their environment needs in addition. */
export interface RealTools {
	readonly registry: string;
	readonly buildah: string;
	readonly skopeo: string;
	readonly env: NodeJS.ProcessEnv;
}

let found: Promise<RealTools> | undefined;

/**
 * Debian's `docker-registry`, `buildah` and `skopeo`: from the PATH, or unpacked into the project's cache, which takes some seconds once.
 *
 * @throws when they cannot be got here, saying which command installs them
 */
export function realTools(): Promise<RealTools> {
	// In a desktop VS Code the program that runs tests is no plain Node unless it is told to be.
	return found ??= runProgram(process.execPath, [projectFile('test/host/realTools.mjs')], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })
		.then(text => JSON.parse(text) as RealTools);
}
