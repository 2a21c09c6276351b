import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { contentPolicy } from '../../../src/vscode/inspect/contentPolicy.ts';

describe('The content security policy of the pages', () => {
	const policy = new Map(contentPolicy('NONCE', 'https://own.example').split('; ').map(part => {
		const [name = '', ...sources] = part.split(' ');
		return [name, sources];
	}));

	it('runs one script by nonce, and loads nothing from anywhere else', () => {
		assert.deepEqual(policy.get('default-src'), ['\'none\'']);
		assert.deepEqual(policy.get('script-src'), ['\'nonce-NONCE\'']);
		for (const name of ['base-uri', 'form-action']) { assert.deepEqual(policy.get(name), ['\'none\''], name); }
		for (const source of [...policy.values()].flat()) { assert.ok(['\'none\'', '\'nonce-NONCE\'', 'https://own.example'].includes(source), source); }
	});

	it('is the one that the page has', () => {
		const page = readFileSync('src/vscode/inspect/html.ts', 'utf8');
		assert.match(page, /const policy = contentPolicy\(nonce, webview\.cspSource\);/);
		assert.match(page, /http-equiv="Content-Security-Policy" content="\$\{policy\}"/);
		assert.deepEqual(page.match(/<script[^>]*>/g), ['<script nonce="${nonce}" src="${file(\'main.js\')}">']);
	});
});
