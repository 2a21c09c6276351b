import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { createIgnored, ignoreRules } from '../../../src/core/util/ignoreRules.ts';
import { folderOf } from '../../../src/core/util/filePath.ts';
import { holds, patience, seed } from '../fuzz/runs.ts';

const files = ['a', 'b', 'ab', 'a.b', '.a', 'a b', '[a]', 'a*', 'A', '#a', '!a', 'x/a', 'x/b', 'x/a.b', 'x/y/a', 'x/y/b', 'x/y/z/a', 'y/a', 'y/x/a', 'y/x/b.b', 'a-b/c', 'a]/b', '\\a/b'];

describe('ignore files', function () {
	this.timeout(patience);
	const top = mkdtempSync(join(tmpdir(), 'pullcheck-ignore-'));
	const git = (...args: readonly string[]): string => execFileSync('git', ['-c', 'core.excludesFile=/dev/null', '-c', 'core.ignoreCase=false', ...args], { cwd: top, encoding: 'utf8' });
	before(() => {
		git('init', '-q');
		for (const file of files) {
			mkdirSync(dirname(join(top, file)), { recursive: true });
			writeFileSync(join(top, file), '');
		}
	});
	after(() => { rmSync(top, { recursive: true, force: true }); });

	it(`leave out what git leaves out (seed ${seed})`, () => {
		const piece = fc.constantFrom('*', '**', '**/', '/', '/**', '?', 'a', 'b', 'x', 'y', '.', '[ab]', '[!a]', '[^b', '[]-a]', '[[:alpha:]]', '[a-', '\\', '\\*', '\\[', ' ', '\\ ', '#', '!', ']');
		const line = fc.tuple(fc.constantFrom('', '', '', '!', '/', '\\'), fc.array(piece, { maxLength: 5 }), fc.constantFrom('', '', '/', ' ', '\r')).map(([before, pieces, after]) => before + pieces.join('') + after);
		const text = fc.array(line, { maxLength: 4 }).map(lines => lines.join('\n'));
		holds([text, text] as const, 60, (outer, inner) => {
			const texts = new Map([['', outer], ['x', inner]]);
			for (const [folder, content] of texts) { writeFileSync(join(top, folder, '.gitignore'), content); }
			const ignored = createIgnored(new Map([...texts].map(([folder, content]) => [folder, ignoreRules([content], 'linux')])));
			const expected = git('ls-files', '-z', '--others', '--exclude-standard').split('\0').filter(file => file !== '' && !file.endsWith('.gitignore'));
			assert.deepEqual(files.filter(file => !ignored(file)).sort(), expected.sort(), JSON.stringify([outer, inner]));
		});
	});

	it('of a hostile repository take no longer than others', () => {
		const path = `${'a'.repeat(250)}/`.repeat(4) + 'a'.repeat(250);
		for (const line of ['*a'.repeat(50) + 'b', '**/'.repeat(100) + 'b', `${'*/'.repeat(4)}${'*a'.repeat(60)}b`, '[a-z]*'.repeat(60) + 'b', '['.repeat(100_000), '*'.repeat(100_000) + 'b']) {
			const started = process.cpuUsage();
			const rules = ignoreRules([line], 'linux');
			assert.equal(rules.ignores(path, false), false);
			const { user, system } = process.cpuUsage(started);
			assert.ok(user + system < 1_000_000, `${line.slice(0, 20)}: ${(user + system) / 1000} ms`);
		}
	});

	it('tell letters apart by case only where the file system does', () => {
		for (const [platform, ignored] of [['linux', false], ['win32', true], ['darwin', true]] as const) {
			assert.equal(ignoreRules(['Vendor/\n*.TMP'], platform).ignores('vendor/x', false), ignored);
			assert.equal(ignoreRules(['*.TMP'], platform).ignores('a.tmp', false), ignored);
		}
	});

	it('are those of the folder and of all above it', () => {
		assert.equal(folderOf('x/y'), 'x');
		const ignored = createIgnored(new Map([['', ignoreRules(['x/*\n'], 'linux')], ['x', ignoreRules(['!y\n'], 'linux')]]));
		assert.deepEqual(['x/a', 'x/y/a', 'a'].map(ignored), [true, false, false]);
	});
});
