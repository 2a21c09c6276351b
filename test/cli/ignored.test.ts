import assert from 'node:assert/strict';
import { join } from 'node:path';
import { folderWith } from './folder.ts';
import { runIn } from './run.ts';

const dockerfile = 'FROM alpine:3.20\n';

/** Folders with Dockerfiles, by patterns; what is read of them; and the paths and the folder that it is run with. */
const table: readonly (readonly [what: string, ignoreFiles: Readonly<Record<string, string>>, there: readonly string[], read: readonly string[], paths?: readonly string[], cwd?: string])[] = [
	['a nested file holds below it', { 'a/.gitignore': 'Dockerfile\n' }, ['Dockerfile', 'a/Dockerfile', 'a/b/Dockerfile'], ['Dockerfile']],
	['an inner file takes back what an outer one ignores', { '.gitignore': 'Dockerfile\n', 'a/.gitignore': '!Dockerfile\n' }, ['Dockerfile', 'a/Dockerfile'], ['a/Dockerfile']],
	['nothing is taken back below an ignored folder', { '.gitignore': 'a/\n!a/Dockerfile\n' }, ['Dockerfile', 'a/Dockerfile'], ['Dockerfile']],
	['a folder is taken back from a/*', { '.gitignore': 'a/*\n!a/b/\n' }, ['a/Dockerfile', 'a/b/Dockerfile'], ['a/b/Dockerfile']],
	['a leading slash anchors at the file\'s folder', { 's/.gitignore': '/x/\n' }, ['s/x/Dockerfile', 's/y/x/Dockerfile'], ['s/y/x/Dockerfile']],
	['two stars match any folders', { '.gitignore': '**/gen/**/Dockerfile\n' }, ['gen/Dockerfile', 'gen/a/Dockerfile', 'a/gen/b/c/Dockerfile', 'k/Dockerfile'], ['k/Dockerfile']],
	['byte order mark, line ends and blanks do not count', { '.gitignore': '\uFEFFvendor/\r\nout/   \r\n' }, ['Dockerfile', 'vendor/Dockerfile', 'out/Dockerfile'], ['Dockerfile']],
	['a backslash makes # and ! letters', { '.gitignore': '\\#a/\n\\!b/\n# c/\n' }, ['#a/Dockerfile', '!b/Dockerfile', 'c/Dockerfile'], ['c/Dockerfile']],
	['the repository\'s files above a named folder count', { '.git/HEAD': '', '.gitignore': '/sub/vendor/\n' }, ['sub/Dockerfile', 'sub/vendor/Dockerfile'], ['sub/Dockerfile'], ['sub']],
	['the repository\'s files above the current folder count', { '.git/HEAD': '', '.gitignore': 'vendor/\n' }, ['sub/Dockerfile', 'sub/vendor/Dockerfile'], ['Dockerfile'], [], 'sub'],
	['files above the repository do not', { '.gitignore': 'vendor/\n', 'sub/.git/HEAD': '' }, ['sub/Dockerfile', 'sub/vendor/Dockerfile'], ['Dockerfile', 'vendor/Dockerfile'], [], 'sub'],
	['.git/info/exclude counts', { '.git/info/exclude': 'x/\n' }, ['Dockerfile', 'x/Dockerfile'], ['Dockerfile']],
	['an ignored folder is read when it is named', { '.git/HEAD': '', '.gitignore': 'vendor/\n' }, ['vendor/Dockerfile', 'vendor/a/Dockerfile'], ['vendor/Dockerfile', 'vendor/a/Dockerfile'], ['vendor']],
	['an ignored file is read when it is named', { '.gitignore': 'Dockerfile\n' }, ['Dockerfile'], ['Dockerfile'], ['Dockerfile']],
	['paths that mean the same are read once', {}, ['a/Dockerfile'], ['a/Dockerfile'], ['.//a//', 'a/Dockerfile', './a']],
];

describe('files that are ignored', () => {
	for (const [what, ignoreFiles, there, read, paths = [], cwd = '.'] of table) {
		it(what, async () => {
			const folder = folderWith({ ...ignoreFiles, ...Object.fromEntries(there.map(file => [file, dockerfile])) });
			const { code, out, err } = await runIn(join(folder, cwd), ['refs', ...paths]);
			assert.deepEqual({ code, err, files: out.trim().split('\n').map(line => line.split(':')[0]) }, { code: 0, err: '', files: read });
		});
	}

	it('"exclude" of the settings is relative to the folder with the settings, and holds for named files', async () => {
		const folder = folderWith({ '.pullcheckrc.json': '{ "exclude": ["sub/vendor/", "*.old.Dockerfile", "!new.old.Dockerfile"] }', 'sub/vendor/Dockerfile': 'FROM A/B\n', 'x.old.Dockerfile': 'FROM A/B\n', 'new.old.Dockerfile': 'FROM A/B\n' });
		const files = async (...paths: readonly string[]): Promise<readonly string[]> => {
			const { out } = await runIn(folder, ['check', '--offline', '--format', 'json', ...paths]);
			return (JSON.parse(out) as { findings: readonly { file: string }[] }).findings.map(({ file }) => file);
		};
		assert.deepEqual(await files(), ['new.old.Dockerfile']);
		assert.deepEqual(await files('sub'), []);
		assert.deepEqual(await files('x.old.Dockerfile', 'new.old.Dockerfile'), ['new.old.Dockerfile']);
		assert.match((await runIn(folder, ['check', '--offline', 'x.old.Dockerfile'])).err, /^pullcheck: x\.old\.Dockerfile: excluded by the settings; not read\n$/);
	});
});
