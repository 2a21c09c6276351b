import assert from 'node:assert/strict';
import { createWords } from '../../../webview-ui/state/words.ts';

const en = createWords('en', {});
const de = createWords('de', { '{n} layer': '{n} Schicht', '{n} layers': '{n} Schichten', 'Reads {size} from {host}.': 'Liest {size} von {host}.' });
const fi = createWords('fi', {});

describe('words of the webview', () => {
	it('sizes are decimal, with two decimals below ten', () => {
		assert.deepEqual([0, 126, 999, 1000, 8410, 9_994, 49_300_000, 102_413_877, 999_999, 1_920_000_000].map(en.size),
			['0 B', '126 B', '999 B', '1.00 kB', '8.41 kB', '9.99 kB', '49.3 MB', '102.4 MB', '1.00 MB', '1.92 GB']);
	});

	it('sizes follow the locale', () => {
		assert.deepEqual([126, 8410, 305_200_000].map(de.size), ['126 B', '8,41 kB', '305,2 MB']);
		assert.deepEqual([126, 305_200_000].map(fi.size).map(text => text.replace('\u00a0', ' ')), ['126 t', '305,2 Mt']);
	});

	it('sizes are spoken in full', () => {
		assert.equal(en.sizeSpoken(305_200_000), '305.2 megabytes');
		assert.equal(de.sizeSpoken(305_200_000), '305,2 Megabyte');
		assert.equal(en.bytes(102_413_877), '102,413,877 bytes');
	});

	it('dates are written day first in English', () => {
		assert.equal(en.date('2025-09-09T01:12:30Z'), '9 Sep 2025');
		assert.equal(en.dateTime('2025-09-09T01:12:30Z'), '9 Sep 2025, 01:12 UTC');
		assert.equal(de.date('2025-09-09T01:12:30Z'), '9. Sept. 2025');
		assert.equal(en.plainDateTime('2025-09-09T01:12:30Z'), '2025-09-09 01:12 UTC');
	});

	it('a date that is none stays as it is', () => { assert.equal(en.date('yesterday'), 'yesterday'); });

	it('ages are short', () => {
		const now = Date.parse('2025-09-09T12:00:00Z');
		assert.equal(en.ago('2025-09-09T11:55:30Z', now), '4 min ago');
		assert.equal(en.ago('2025-09-09T10:00:00Z', now), '2 hr ago');
		assert.equal(de.ago('2025-09-09T11:55:30Z', now), 'vor 4 Min.');
		assert.equal(en.ago('2025-09-09T12:00:30Z', now), '0 sec ago');
	});

	it('translations are filled, and what has none stays English', () => {
		assert.equal(de.t('Reads {size} from {host}.', { size: '1 kB', host: 'quay.io' }), 'Liest 1 kB von quay.io.');
		assert.equal(de.t('Nothing of the kind'), 'Nothing of the kind');
		assert.equal(de.n(1, '{n} layer', '{n} layers'), '1 Schicht');
		assert.equal(de.n(1234, '{n} layer', '{n} layers'), '1.234 Schichten');
	});

	it('an argument cannot bring in a slot of its own', () => {
		assert.equal(en.t('Reads {size} from {host}.', { size: '{host}', host: 'x' }), 'Reads {host} from x.');
	});

	it('a text named like a property of every object has no translation', () => { assert.equal(en.t('constructor'), 'constructor'); });

	it('a language that Intl does not know becomes English', () => { assert.equal(createWords('not a locale', {}).size(1000), '1.00 kB'); });
});
