import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '../support/projectFile.ts';

describe('A bundle whose compiled code is kept beside it', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'pullcheck-compiled-'));
		writeFileSync(join(folder, 'bundle.js'), '(require=>{function never() { return 1; }\nconsole.log([typeof require("node:fs").statSync, "\\u2026".length].join(" "));})');
	});
	afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

	it('runs with what Node has for it, and nothing of a module', () => {
		assert.equal(run(true), 'function 1\n');
	});

	it('leaves what V8 compiled, once, and runs the same from it', () => {
		const first = run(true);
		const [name] = kept();
		assert.match(name ?? '', new RegExp(`^bundle\\.js\\.${process.versions.v8.replaceAll('.', '\\.')}-${process.arch}-\\d+-\\d+\\.bin$`));
		const content = readFileSync(join(folder, name ?? ''));
		assert.equal(run(true), first);
		assert.deepEqual(kept(), [name]);
		assert.deepEqual(readFileSync(join(folder, name ?? '')), content);
	});

	it('leaves nothing when it was not asked to', () => {
		run(false);
		assert.deepEqual(kept(), []);
	});

	it('runs, and compiles anew, when what was kept is garbage', () => {
		const first = run(true);
		const path = join(folder, kept()[0] ?? '');
		writeFileSync(path, 'garbage');
		assert.equal(run(true), first);
		assert.notEqual(readFileSync(path, 'latin1'), 'garbage');
	});

	it('runs when nothing can be kept', () => {
		const first = run(true);
		const path = join(folder, kept()[0] ?? '');
		rmSync(path);
		mkdirSync(join(path, 'in the way'), { recursive: true });
		assert.equal(run(true), first);
	});

	it('does not run the old code of a bundle that changed', () => {
		run(true);
		writeFileSync(join(folder, 'bundle.js'), '(require=>{console.log("new")})');
		assert.equal(run(true), 'new\n');
	});

	function run(keep: boolean): string {
		const program = `require(${JSON.stringify(projectFile('src/cli/runCompiled.ts'))}).runCompiled(${JSON.stringify(join(folder, 'bundle.js'))}, { keep: ${keep} });`;
		return execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', program], { cwd: projectFile('.'), encoding: 'utf8' });
	}

	function kept(): readonly string[] {
		return readdirSync(folder).filter(name => name !== 'bundle.js');
	}
});
