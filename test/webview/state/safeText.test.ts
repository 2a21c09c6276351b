import assert from 'node:assert/strict';
import { safeText } from '../../../webview-ui/state/safeText.ts';

describe('foreign text', () => {
	for (const [what, text, shown] of [
		['plain text stays', 'apt-get install -y g++', 'apt-get install -y g++'],
		['letters of any script stay', 'äß 日本語 e\u0301 🚀', 'äß 日本語 e\u0301 🚀'],
		['control characters are written out', 'a\u0000b\u001b[31m\n', 'a\\u{0}b\\u{1b}[31m\\u{a}'],
		['bidi overrides are written out', 'gpj.\u202eexe\u2066', 'gpj.\\u{202e}exe\\u{2066}'],
		['zero-width characters are written out', 'a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
		['invisible fillers are written out', 'a\u3164b', 'a\\u{3164}b'],
		['lone surrogates are written out', 'a\ud800b', 'a\\u{d800}b'],
		['tag characters beyond the basic plane are written out', 'a\u{e0041}', 'a\\u{e0041}'],
		['markup is only text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
	] as const) {
		it(what, () => { assert.equal(safeText(text), shown); });
	}

	it('is cut at 200 characters with an ellipsis', () => {
		assert.equal(safeText('x'.repeat(200)), 'x'.repeat(200));
		assert.equal(safeText('x'.repeat(201)), `${'x'.repeat(200)}…`);
	});

	it('is not cut inside a pair of surrogates', () => { assert.equal(safeText('a🚀b', 2), 'a…'); });

	it('keeps line ends and tabs where lines are wanted', () => { assert.equal(safeText('a\n\tb\u202e', 200, true), 'a\n\tb\\u{202e}'); });
});
