import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../support/projectFile.ts';

describe('texts of the webview', () => {
	for (const language of ['de', 'fi']) {
		it(`are all translated to "${language}", and no translation is left over`, () => {
			assert.deepEqual(Object.keys(translations(language)).sort(), [...texts()].sort());
		});

		it(`have the same slots in "${language}"`, () => {
			for (const [english, translated] of Object.entries(translations(language))) {
				assert.deepEqual(slots(translated), slots(english), english);
			}
		});
	}

	it('are found by the search that the other tests rely on', () => { assert.ok(texts().has('List files…') && texts().has('{n} layers')); });
});

describe('sources of the webview', () => {
	it('never set HTML', () => {
		for (const [file, source] of sources()) { assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write/, file); }
	});

	it('reach VS Code and the toolkit through one file each', () => {
		assert.deepEqual(sources().filter(([, source]) => /acquireVsCodeApi\(|acquireVsCodeApi</.test(source)).map(([file]) => file), ['host.ts']);
		assert.deepEqual(sources().filter(([, source]) => /from '@vscode\/webview-ui-toolkit'/.test(source)).map(([file]) => file), ['toolkit.ts']);
	});

	it('use no colour but VS Code\'s', () => {
		for (const [file, source] of sources('.css')) { assert.doesNotMatch(source, /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i, file); }
	});
});

function sources(end = '.ts'): readonly (readonly [string, string])[] {
	const folder = projectFile('webview-ui');
	return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith(end)).sort()
		.map(name => [name, readFileSync(join(folder, name), 'utf8')] as const);
}

/** Every literal handed to `t(…)` and the two of `n(…)`. */
function texts(): ReadonlySet<string> {
	const found = new Set<string>();
	for (const [, source] of sources()) {
		for (const [, text] of source.matchAll(/\bt\('([^']*)'/g)) { if (text !== undefined) { found.add(text); } }
		for (const [, one, other] of source.matchAll(/\bn\([^;']*?, '([^']*)', '([^']*)'/g)) {
			if (one !== undefined && other !== undefined) { found.add(one).add(other); }
		}
	}
	return found;
}

function translations(language: string): Readonly<Record<string, string>> {
	return JSON.parse(readFileSync(projectFile('l10n', `webview.${language}.json`), 'utf8')) as Record<string, string>;
}

function slots(text: string): readonly string[] {
	return [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
}
