import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { hostCache } from '../paths.mjs';
import { step } from '../progress.mjs';
import { fontsConfig } from './fonts.mjs';
import { installOnce } from './installOnce.mjs';
import { npmInstall } from './npmInstall.mjs';
import { run } from './run.mjs';

const packageVersion = 143;

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'msedge', 'microsoft-edge'];

const applications = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/**
 * The Chromium that shows VS Code: the one CHROME_PATH names, the machine's own, or a headless one from npm.
 *
 * @returns {Promise<{ executablePath: string, env: NodeJS.ProcessEnv }>} the program, and the environment to start it with
 * @throws when there is none and npm has none for this platform; the message names a command that installs one
 */
export async function chromium() {
	const named = process.env.CHROME_PATH;
	if (named && !existsSync(named)) {
		throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
	}
	const installed = named || onThisMachine();
	if (installed) {
		return { executablePath: installed, env: { ...process.env } };
	}
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Error(`The tests in VS Code need Chromium. ${howToInstall()} Or set CHROME_PATH to one.`);
	}
	return fromNpm();
}

function onThisMachine() {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return [...folders.flatMap(folder => names.map(name => join(folder, name))), ...applications].find(path => existsSync(path));
}

function howToInstall() {
	return process.platform === 'darwin' ? 'Run "brew install --cask chromium".' : 'Run "sudo apt-get install chromium".';
}

/** The package unpacks into the folder for temporary files, with its shared libraries when it takes the machine for a Lambda. */
async function fromNpm() {
	const folder = await installOnce(join(hostCache, `chromium-${packageVersion}`), partial => step('Installing Chromium', async () => {
		await npmInstall(partial, [`@sparticuz/chromium@${packageVersion}`, 'dejavu-fonts-ttf@2.37.3']);
		const unpack = 'import("@sparticuz/chromium").then(chromium => chromium.default.executablePath())';
		await run(process.execPath, ['--eval', unpack], {
			cwd: partial,
			env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
		});
	}));
	const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
	return {
		executablePath: join(folder, 'chromium'),
		env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: await fontsConfig(folder) },
	};
}
