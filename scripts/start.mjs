// `npm start`: builds pullcheck and shows it in VS Code, on the sample workspace with its own registry. Ctrl-C ends all of it.
// Until the packages are installed, only Node's own modules may be imported here.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { windowAddress } from '../test/host/address.mjs';
import { startChild, stopChild, whenAskedToStop } from '../test/host/children.mjs';
import { freePort } from '../test/host/freePort.mjs';
import { run } from '../test/host/install/run.mjs';
import { hostCache, projectRoot } from '../test/host/paths.mjs';
import { step } from '../test/host/progress.mjs';
import { startServer } from '../test/host/server.mjs';
import { versions } from '../test/host/versions.mjs';
import { setUp } from './setup.mjs';

const usage = `Usage: npm start -- [options]

Without options: the desktop VS Code where "code" is on the PATH, else VS Code in a browser.

  --browser    VS Code in a browser even where the desktop one is installed; "--no-open" is another name for it
  --port PORT  where VS Code for the browser listens (8055, or a free one when that is taken)
  --help       this text
`;

const workspace = join(projectRoot, 'test/workspace');
const file = join(workspace, 'Dockerfile');
const children = [];
let ending = false;

try {
	const { values } = parseArgs({ options: {
		browser: { type: 'boolean' }, 'no-open': { type: 'boolean' }, port: { type: 'string' }, help: { type: 'boolean' },
	} });
	if (values.help) {
		process.stdout.write(usage);
		process.exit(0);
	}
	whenAskedToStop(() => end(0));
	setUp();
	process.stdout.write(await step('Building', () => run(process.execPath, [join(projectRoot, 'scripts/build.mjs')])));
	await startSampleRegistry();
	const code = values.browser || values['no-open'] ? undefined : desktopCode();
	await (code ? openDesktop(code) : openBrowser(values.port));
} catch (error) {
	console.error(error.message);
	await end(1);
}

async function startSampleRegistry() {
	const child = startChild(process.execPath, [join(projectRoot, 'scripts/sampleRegistry.mjs')], { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] });
	children.push(child);
	const host = await new Promise((resolve, reject) => {
		child.stdout.setEncoding('utf8').once('data', resolve);
		child.once('exit', () => reject(new Error('The sample registry did not start.')));
	});
	child.once('exit', () => { ending || console.error('The sample registry ended.'); });
	console.log(`Sample registry:  ${host.trim()}`);
}

function desktopCode() {
	const name = process.platform === 'win32' ? 'code.cmd' : 'code';
	return (process.env.PATH ?? '').split(delimiter).filter(Boolean).map(folder => join(folder, name)).find(path => existsSync(path));
}

async function openDesktop(code) {
	console.log(`VS Code:          ${code}, on ${workspace}\nClose its window or press Ctrl-C to end.`);
	const child = startChild(code, [
		'--new-window', '--wait', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', ...process.getuid?.() === 0 ? ['--no-sandbox'] : [],
		`--extensionDevelopmentPath=${projectRoot}`, `--user-data-dir=${join(hostCache, 'start-desktop')}`, workspace, file,
	], { stdio: 'inherit', shell: process.platform === 'win32' });
	children.push(child);
	const exitCode = await new Promise(resolve => { child.once('exit', resolve); });
	await end(exitCode ?? 1);
}

async function openBrowser(wanted) {
	const port = wanted === undefined ? await freePort(8055) : Number(wanted);
	const server = await step('Starting VS Code for the browser', () =>
		startServer({ version: versions.oldest, port, userDataDir: join(hostCache, 'start-browser') }));
	children.push(server);
	console.log(`VS Code:          ${windowAddress({ port, folder: workspace, file, extensions: [projectRoot] })}\nOpen that address in a browser. Ctrl-C ends everything.`);
	await server.ended;
	if (!ending) {
		throw new Error('The server of VS Code ended.');
	}
}

async function end(code) {
	ending = true;
	await Promise.all(children.map(child => child.stop ? child.stop() : stopChild(child)));
	process.exit(code);
}
