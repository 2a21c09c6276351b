import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readZip } from './support/readZip.ts';

const vsix = process.env['PULLCHECK_TEST_VSIX'] ?? '';
const tarball = process.env['PULLCHECK_TEST_TARBALL'] ?? '';
const windows = process.platform === 'win32';

/** Both are made by the suite "package" of scripts/suites.mjs: `npm run test:package`. */
describe('What is published', function () {
	this.timeout(60_000);

	describe('the extension', () => {
		let files: ReadonlyMap<string, Buffer>;
		before(() => { files = readZip(readFileSync(vsix)); });

		it('is smaller than 1.5 MB', () => {
			assert.ok(statSync(vsix).size < 1.5 * 1024 * 1024, `${statSync(vsix).size} bytes`);
		});

		it('holds these files and no others', () => {
			assert.deepEqual([...files.keys()].sort(), [
				'[Content_Types].xml',
				'extension.vsixmanifest',
				...[
					'LICENSE.txt', 'THIRD-PARTY-NOTICES.md', 'changelog.md',
					'dist/engine.js', 'dist/extension.js', 'dist/facts.js', 'dist/registry.js', 'dist/webview/codicon.ttf', 'dist/webview/main.css', 'dist/webview/main.js',
					'l10n/bundle.l10n.de.json', 'l10n/bundle.l10n.fi.json',
					'media/compare-dark.svg', 'media/compare-light.svg', 'media/icon.png', 'media/package-dark.svg', 'media/package-light.svg', 'media/package.schema.json', 'media/pullcheckrc.schema.json',
					'media/walkthrough/fix.svg', 'media/walkthrough/inside.svg', 'media/walkthrough/see.svg', 'media/walkthrough/targets.svg',
					'package.json', 'package.nls.de.json', 'package.nls.fi.json', 'package.nls.json', 'readme.md',
				].map(name => `extension/${name}`),
			]);
		});

		it('holds every file that its manifest names', () => {
			const manifest = text(files, 'extension/package.json');
			const named = [...manifest.matchAll(/"(?:\.\/)?(?<path>(?:dist|media)\/[^"]+)"/g)].map(match => match.groups!['path']!);
			assert.ok(named.length >= 5, named.join());
			for (const path of named) { assert.ok(files.has(`extension/${path}`), path); }
			const keys = new Set([...manifest.matchAll(/"%(?<key>[^%"]+)%"/g)].map(match => match.groups!['key']!));
			for (const language of ['', '.de', '.fi']) {
				const texts = JSON.parse(text(files, `extension/package.nls${language}.json`)) as Record<string, string>;
				assert.deepEqual([...keys].filter(key => !texts[key]), [], `package.nls${language}.json`);
			}
		});

		it('needs no package at run time', () => {
			const manifest = JSON.parse(text(files, 'extension/package.json')) as Record<string, unknown>;
			assert.equal(manifest['dependencies'], undefined);
			assert.equal(manifest['devDependencies'], undefined);
			for (const name of ['extension', 'facts', 'engine', 'registry']) {
				const wanted = [...text(files, `extension/dist/${name}.js`).matchAll(/\brequire\("(?<module>[^"]+)"\)/g)].map(match => match.groups!['module']!);
				assert.deepEqual(wanted.filter(module => !isBuiltin(module) && module !== 'vscode' && !/^\.\/(facts|engine|registry)\.js$/.test(module)), [], name);
			}
		});

		it('holds no source maps, keys, or paths of the machine that made it', () => {
			for (const [name, content] of files) { assertClean(name, content.toString('latin1')); }
		});
	});

	describe('the command line from npm', () => {
		let folder: string;
		before(() => {
			folder = mkdtempSync(join(tmpdir(), 'pullcheck-npm-'));
			writeFileSync(join(folder, 'package.json'), '{ "private": true }');
			// `--offline`: nothing else may be needed.
			execFileSync(windows ? 'npm.cmd' : 'npm', ['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', tarball], { cwd: folder, stdio: 'pipe', shell: windows });
		});
		after(() => { rmSync(folder, { recursive: true, force: true }); });

		it('holds these files and no others, and brings no other package', () => {
			const installed = join(folder, 'node_modules');
			assert.deepEqual(readdirSync(installed).filter(name => !name.startsWith('.')), ['pullcheck']);
			const names = readdirSync(join(installed, 'pullcheck'), { recursive: true, encoding: 'utf8' }).map(name => name.replaceAll('\\', '/')).sort();
			assert.deepEqual(names, ['CHANGELOG.md', 'LICENSE', 'README.md', 'THIRD-PARTY-NOTICES.md', 'dist', 'dist/cli-main.js', 'dist/cli.js', 'package.json']);
			for (const name of ['dist/cli.js', 'dist/cli-main.js']) { assertClean(name, readFileSync(join(installed, 'pullcheck', name), 'latin1')); }
		});

		it('tells its version', () => {
			const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
			assert.equal(run('--version').out.trim(), version);
		});

		it('finds what is wrong in a folder without asking anybody', () => {
			writeFileSync(join(folder, 'Dockerfile'), 'FROM acme/API:1\n');
			const { code, out } = run('check', '--offline', '--format', 'json', 'Dockerfile');
			assert.equal(code, 1);
			assert.match(out, /"ref-uppercase-repository"/);
		});

		function run(...args: readonly string[]): { readonly code: number; readonly out: string } {
			try {
				return { code: 0, out: execFileSync(join(folder, 'node_modules/.bin/pullcheck'), args, { cwd: folder, encoding: 'utf8', shell: windows }) };
			} catch (error) {
				const { status, stdout } = error as { readonly status: number; readonly stdout: string };
				return { code: status, out: stdout };
			}
		}
	});

	it('tells the licences of everything bundled', () => {
		const output = execFileSync(process.execPath, ['scripts/licences.mjs', '--check'], { encoding: 'utf8' });
		assert.match(output, /fresh/);
	});
});

function text(files: ReadonlyMap<string, Buffer>, name: string): string {
	const content = files.get(name);
	assert.ok(content, name);
	return content.toString('utf8');
}

function isBuiltin(module: string): boolean {
	return process.getBuiltinModule?.(module) !== undefined || module.startsWith('node:');
}

function assertClean(name: string, content: string): void {
	assert.doesNotMatch(content, /sourceMappingURL=/, name);
	assert.doesNotMatch(content, /-----BEGIN [A-Z ]*PRIVATE KEY-----/, name);
	assert.ok(!content.includes(process.cwd()), `${name} names ${process.cwd()}`);
}
