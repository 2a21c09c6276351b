import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { desktop } from './desktop.mjs';
import { freePort } from './freePort.mjs';
import { hostCache, projectRoot } from './paths.mjs';
import { versionNamed } from './versions.mjs';

/**
 * Runs the tests of `dist/test/vscode` in VS Code, in as many launches as they need (README.md tells which), each on a fresh copy of
 * the sample workspace.
 *
 * @param {string} [versionName] `oldest` (when undefined) or `newest`
 * @returns {Promise<{ passed: number, failed: number }>} a launch that ends badly without a report counts as one failure
 */
export async function runVscodeTests(versionName = 'oldest') {
	const version = versionNamed(versionName);
	const sums = { passed: 0, failed: 0 };
	for (const launch of await launches(version)) {
		console.log(`\n  ${launch.title}`);
		const { passed, failed } = await runLaunch(launch, versionName);
		sums.passed += passed;
		sums.failed += failed;
	}
	return sums;
}

/**
 * Runs the tests of `*.installed.test.ts` in the browser host, with the extension installed from a package instead of read from this checkout.
 *
 * @param {string} vsix
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runInstalledTests(vsix) {
	const env = { PULLCHECK_TEST_VSIX: vsix };
	return runLaunch({ executable: join(projectRoot, 'test/host/vscode'), files: /\.installed\.test\.js$/, extension: join(projectRoot, 'test/host/nothing'), env }, 'oldest');
}

async function launches(version) {
	const names = (await readdir(join(projectRoot, 'dist/test/vscode'), { recursive: true })).filter(name => name.endsWith('.test.js'));
	const installed = await desktop(version);
	const browser = { executable: join(projectRoot, 'test/host/vscode'), title: `VS Code ${version.vscode} in Chromium` };
	const planned = [
		...installed ? [{ ...installed, files: /^(?!.*\.(ui|untrusted|folders|installed)\.test\.js$)/ }] : [],
		{ ...browser, files: installed ? /\.ui\.test\.js$/ : /^(?!.*\.(untrusted|folders|installed)\.test\.js$)/ },
		{ ...browser, title: `${browser.title}, workspace not trusted`, files: /\.untrusted\.test\.js$/, env: { PULLCHECK_TEST_TRUST: 'enabled' } },
		{ ...browser, title: `${browser.title}, two folders`, files: /\.folders\.test\.js$/, folders: ['workspace', 'second'] },
	];
	return planned.filter(({ files }) => names.some(name => files.test(name)));
}

async function runLaunch({ executable, files, extension = projectRoot, env, folders }, versionName) {
	const folder = await mkdtemp(join(tmpdir(), 'pullcheck-tests-'));
	const workspace = join(folder, 'workspace');
	const report = join(folder, 'report.json');
	try {
		await mkdir(workspace);
		await cp(join(projectRoot, 'test/workspace'), workspace, { recursive: true, force: true }).catch(ignoreMissing);
		await giveOwnPort(workspace);
		const code = await runTests({
			vscodeExecutablePath: executable,
			extensionDevelopmentPath: extension,
			extensionTestsPath: join(projectRoot, 'dist/test/vscode/index.js'),
			launchArgs: [folders ? await workspaceOf(folder, folders) : workspace, '--disable-extensions', `--user-data-dir=${join(folder, 'profile')}`],
			extensionTestsEnv: {
				PULLCHECK_TEST_VSCODE: versionName,
				PULLCHECK_TEST_REPORT: report,
				PULLCHECK_TEST_FILES: files.source,
				PULLCHECK_TEST_SCREENSHOTS: join(hostCache, 'screenshots', versionName),
				...env,
			},
		}).catch(error => error.code ?? 1);
		const { passes, failures } = await readFile(report, 'utf8').then(text => JSON.parse(text).stats, () => ({ passes: 0, failures: 0 }));
		return { passed: passes, failed: failures || (code === 0 ? 0 : 1) };
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	}
}

/** A workspace of several folders: its file, the folders beside it. */
async function workspaceOf(folder, names) {
	await Promise.all(names.map(name => mkdir(join(folder, name), { recursive: true })));
	const file = join(folder, 'several.code-workspace');
	await writeFile(file, JSON.stringify({ folders: names.map(path => ({ path })) }));
	return file;
}

/** Each launch has a registry of its own, whatever else on this machine uses the port that the sample workspace names. Pictures keep that name. */
async function giveOwnPort(workspace) {
	if (process.env.PULLCHECK_README) {
		return;
	}
	const port = await freePort();
	for (const entry of await readdir(workspace, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		if (entry.isFile()) {
			await writeFile(path, (await readFile(path, 'utf8')).replaceAll('localhost:5055', `localhost:${port}`));
		}
	}
}

function ignoreMissing(error) {
	if (error.code !== 'ENOENT') {
		throw error;
	}
}
