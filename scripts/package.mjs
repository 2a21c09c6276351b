// `npm run package`: what is published. Makes NAME-VERSION.vsix (the extension) and NAME-VERSION.tgz (the command line, for npm) in the
// root folder, or in the folder given as the argument; leaves dist/ alone.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { projectRoot } from '../test/host/paths.mjs';

const stage = join(projectRoot, 'out/package');
const texts = ['README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD-PARTY-NOTICES.md'];

/**
 * Builds both packages from production bundles.
 *
 * @param {string} folder where they go
 * @returns {Promise<{ vsix: string, tarball: string }>} their paths
 */
export async function makePackages(folder) {
	rmSync(stage, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	execFileSync(process.execPath, ['scripts/build.mjs', '--production', `--out=${join(stage, 'vsix/dist')}`], { cwd: projectRoot, stdio: 'inherit' });
	return { vsix: await makeVsix(folder), tarball: makeTarball(folder) };
}

async function makeVsix(folder) {
	const cwd = join(stage, 'vsix');
	const { scripts: _, devDependencies: __, bin: ___, ...manifest } = readManifest();
	for (const name of [...texts, '.vscodeignore', 'l10n', 'media', 'package.nls.json', 'package.nls.de.json', 'package.nls.fi.json']) {
		cpSync(join(projectRoot, name), join(cwd, name), { recursive: true });
	}
	writeManifest(cwd, manifest);
	const packagePath = join(folder, `${manifest.name}-${manifest.version}.vsix`);
	await createVSIX({ cwd, packagePath, dependencies: false });
	return packagePath;
}

/** The manifest for npm says nothing of the editor. */
function makeTarball(folder) {
	const cwd = join(stage, 'npm');
	const { name, version, description, license, homepage, repository, bugs, keywords, engines, bin } = readManifest();
	mkdirSync(join(cwd, 'dist'), { recursive: true });
	for (const text of [...texts, '.npmignore']) {
		cpSync(join(projectRoot, text), join(cwd, text));
	}
	for (const name of ['cli.js', 'cli-main.js']) { cpSync(join(stage, 'vsix/dist', name), join(cwd, 'dist', name)); }
	writeManifest(cwd, { name, version, description, license, homepage, repository, bugs, keywords, engines: { node: engines.node }, bin });
	execFileSync(npm, ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder], { cwd, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
	return join(folder, `${name}-${version}.tgz`);
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function readManifest() {
	return JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
}

function writeManifest(folder, manifest) {
	writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, '\t')}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	for (const path of Object.values(await makePackages(resolve(process.argv[2] ?? projectRoot)))) {
		console.log(`${path} (${(statSync(path).size / 1024).toFixed(0)} KB)`);
	}
}
