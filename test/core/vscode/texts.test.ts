import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'src/vscode';

describe('Texts of the editor', () => {
	for (const language of ['de', 'fi']) {
		const bundle = JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, 'utf8')) as Record<string, string>;

		it(`all have a translation with the same slots (${language})`, () => {
			const texts = editorTexts();
			assert.ok(texts.length > 80, `Only ${texts.length} texts were found in ${folder}.`);
			assert.deepEqual(texts.filter(text => bundle[text] === undefined), []);
			assert.deepEqual(texts.filter(text => slots(text) !== slots(bundle[text] ?? '')), []);
		});

		it(`of package.json all have a translation (${language})`, () => {
			const english = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
			const translated = JSON.parse(readFileSync(`package.nls.${language}.json`, 'utf8')) as Record<string, string>;
			assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort());
			const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
			assert.deepEqual([...new Set(used)].filter(key => key === undefined || english[key] === undefined), []);
			assert.deepEqual(Object.keys(english).filter(key => !used.includes(key)), []);
		});
	}
});

/** The first argument of every `t(…)` and both texts of every `plural(…)`, as they are written in the sources. */
function editorTexts(): readonly string[] {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
	const literal = String.raw`'((?:[^'\\]|\\.)*)'`;
	const texts = files.flatMap(name => {
		const source = readFileSync(join(folder, name), 'utf8');
		return [
			...[...source.matchAll(new RegExp(String.raw`\bt\(${literal}`, 'g'))].map(([, text]) => text),
			...[...source.matchAll(new RegExp(String.raw`\bplural\([^']*${literal},\s*${literal}\)`, 'g'))].flatMap(([, one, many]) => [one, many]),
			...[...source.matchAll(new RegExp(String.raw`\btext: ${literal}, args`, 'g'))].map(([, text]) => text),
		];
	});
	return [...new Set(texts.filter(text => text !== undefined))];
}

function slots(text: string): string {
	return [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort().join(' ');
}
