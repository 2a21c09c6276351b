import assert from 'node:assert/strict';
import { hiddenLayers } from '../../src/vscode/inspect/hiddenLayers.ts';
import { file } from './sampleFiles.ts';

const whiteout = (path: string) => file(path, 0, { kind: 'whiteout' });

describe('the layer that a whiteout deletes from', () => {
	it('is the only one below', () => {
		assert.deepEqual(hiddenLayers().mark([whiteout('a'), file('b', 1)], ['one']).map(({ hides }) => hides), [1, undefined]);
	});

	it('is the highest listed one that has the path, or something in it', () => {
		const layers = hiddenLayers();
		layers.learn('one', [file('etc/motd', 1), file('usr/lib/x', 1)]);
		layers.learn('two', [file('etc/motd', 1)]);
		const entries = [whiteout('etc/motd'), file('usr/lib', 0, { kind: 'opaque' }), whiteout('none')];
		assert.deepEqual(layers.mark(entries, ['one', 'two']).map(({ hides }) => hides), [2, 1, undefined]);
	});

	it('is not said when a layer between was not listed, or deleted it already', () => {
		const layers = hiddenLayers();
		layers.learn('one', [file('a', 1), file('b', 1)]);
		layers.learn('three', [whiteout('b')]);
		assert.deepEqual(layers.mark([whiteout('a')], ['one', 'two']).map(({ hides }) => hides), [undefined]);
		assert.deepEqual(layers.mark([whiteout('a'), whiteout('b')], ['one', 'three']).map(({ hides }) => hides), [1, undefined]);
	});
});
