import { existsSync } from 'node:fs';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { hostCache } from './paths.mjs';
import { step } from './progress.mjs';

const downloadSite = 'https://update.code.visualstudio.com/api/releases/stable';

/**
 * The desktop VS Code to test in: the one VSCODE_PATH names, or a download where there is a screen and the download site answers.
 *
 * @param {{ vscode: string }} version what to download
 * @returns {Promise<{ executable: string, title: string } | undefined>} undefined: the browser host takes all tests
 * @throws when VSCODE_PATH names nothing that exists
 */
export async function desktop(version) {
	const named = process.env.VSCODE_PATH;
	if (named) {
		if (!existsSync(named)) {
			throw new Error(`VSCODE_PATH names ${named}, which does not exist.`);
		}
		return { executable: named, title: `VS Code at ${named}` };
	}
	if (!hasScreen() || !await answers(downloadSite)) {
		return undefined;
	}
	const executable = await step(`Downloading VS Code ${version.vscode}`, () =>
		downloadAndUnzipVSCode({ version: version.vscode, cachePath: hostCache }));
	return { executable, title: `VS Code ${version.vscode} on the desktop` };
}

function hasScreen() {
	return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function answers(address) {
	const response = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(3000) }).catch(() => undefined);
	return response?.ok ?? false;
}
