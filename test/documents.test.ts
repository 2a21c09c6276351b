import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { faults } from './mutation/faults.ts';

describe('What the documents say is so', () => {
	const rows = readFileSync('SECURITY.md', 'utf8').split('\n').filter(line => line.startsWith('| ') && !line.startsWith('| Who') && !line.startsWith('|--'));

	for (const row of rows) {
		const [, , promise = '', tests = ''] = row.split(' | ').length === 3 ? ['', ...row.split(' | ')] : row.split('|').map(cell => cell.trim());
		it(`SECURITY.md: ${promise.trim().slice(0, 80)}`, () => {
			let file = '';
			let named = 0;
			for (const [, path, title] of tests.matchAll(/`(test\/[^`]+)`|\*([^*]+)\*/g)) {
				if (path !== undefined) { file = path; continue; }
				assert.ok(existsSync(file), file);
				assert.ok(readFileSync(file, 'utf8').replaceAll('\\\'', '\'').includes(title ?? '-'), `${file} has no test "${title ?? ''}"`);
				named += 1;
			}
			assert.ok(named > 0, 'a promise without a test');
		});
	}

	it('README.md: the figures are those of bench/results.json', () => {
		const table = /^## Speed\n(?<text>[^]*?)^## /m.exec(readFileSync('README.md', 'utf8'))?.groups?.['text'] ?? '';
		const measured = numbersIn(JSON.parse(readFileSync('bench/results.json', 'utf8')));
		const figures = table.match(/\b\d+\.\d+\b/g) ?? [];
		assert.ok(figures.length >= 4, table);
		for (const figure of figures) {
			const places = figure.split('.')[1]!.length;
			assert.ok(measured.some(value => value.toFixed(places) === figure), `${figure} was not measured`);
		}
	});

	it('links between documents lead to files', () => {
		for (const document of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', ...readdirSync('docs').map(name => `docs/${name}`)]) {
			for (const [, target] of readFileSync(document, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)) {
				const path = document.startsWith('docs/') ? `docs/${target!}` : target!;
				assert.ok(existsSync(path), `${document}: ${path}`);
			}
		}
	});

	it('CONTRIBUTING.md and ARCHITECTURE.md name scripts and tests that are there', () => {
		const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
		const text = readFileSync('CONTRIBUTING.md', 'utf8') + readFileSync('ARCHITECTURE.md', 'utf8');
		for (const [, script] of text.matchAll(/npm run ([a-z:]+)/g)) { assert.ok(scripts[script!], script); }
		for (const [, path] of text.matchAll(/`((?:test|src|scripts)\/[\w./-]+)`/g)) { assert.ok(existsSync(path!), path); }
	});

	it('faults for npm run mutate stand once in their files, and their tests are there', () => {
		for (const { file, text, tests, what } of faults) {
			assert.equal(readFileSync(file, 'utf8').split(text).length, 2, `${what}: ${file}`);
			for (const test of tests) { assert.ok(existsSync(test.replace(/\/\*\*.*$/, '')), test); }
		}
		assert.ok(faults.length >= 25);
	});
});

function numbersIn(value: unknown): readonly number[] {
	if (typeof value === 'number') { return [value]; }
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
