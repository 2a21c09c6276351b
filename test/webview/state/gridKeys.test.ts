import assert from 'node:assert/strict';
import { gridMove } from '../../../webview-ui/state/gridKeys.ts';
import type { GridRow } from '../../../webview-ui/state/gridRow.ts';
import { createTypeAhead } from '../../../webview-ui/state/typeAhead.ts';

const rows: readonly GridRow[] = [
	row('index', 1, true), row('linux/amd64', 2, true, 'index'), row('configuration', 3, false, 'linux/amd64'), row('layers', 3, undefined, 'linux/amd64'),
	row('linux/arm64', 2, false, 'index'), row('windows/amd64', 2, false, 'index'), row('referrers', 1, undefined),
];

describe('keys in a tree', () => {
	for (const [what, key, at, move] of [
		['down goes to the next row', 'ArrowDown', 0, { type: 'go', to: 1 }],
		['down stays on the last row', 'ArrowDown', 6, { type: 'go', to: 6 }],
		['up goes to the row before', 'ArrowUp', 2, { type: 'go', to: 1 }],
		['Home and End go to the ends', 'End', 1, { type: 'go', to: 6 }],
		['a page is the rows in view less one', 'PageDown', 1, { type: 'go', to: 4 }],
		['right opens a closed row', 'ArrowRight', 2, { type: 'open', ids: ['configuration'] }],
		['right on an open row goes to its first child', 'ArrowRight', 0, { type: 'go', to: 1 }],
		['right on a leaf does nothing', 'ArrowRight', 3, undefined],
		['left closes an open row', 'ArrowLeft', 1, { type: 'close', ids: ['linux/amd64'] }],
		['left on a closed row goes to its parent', 'ArrowLeft', 2, { type: 'go', to: 1 }],
		['left on a top row that is closed does nothing', 'ArrowLeft', 6, undefined],
		['the asterisk opens all closed siblings', '*', 4, { type: 'open', ids: ['linux/arm64', 'windows/amd64'] }],
		['Enter activates', 'Enter', 3, { type: 'activate' }],
		['a letter means nothing here', 'x', 3, undefined],
	] as const) {
		it(what, () => { assert.deepEqual(gridMove(rows, at, { key, control: false, shift: false, alt: false }, 4), move); });
	}

	it('modifiers: Ctrl+C copies, Shift+F10 opens the menu, Alt+Left goes back', () => {
		const press = { control: false, shift: false, alt: false };
		assert.deepEqual(gridMove(rows, 0, { ...press, key: 'c', control: true }, 4), { type: 'copy' });
		assert.deepEqual(gridMove(rows, 0, { ...press, key: 'F10', shift: true }, 4), { type: 'menu' });
		assert.deepEqual(gridMove(rows, 0, { ...press, key: 'ArrowLeft', alt: true }, 4), { type: 'back' });
		assert.equal(gridMove(rows, 0, { ...press, key: 'ArrowDown', control: true }, 4), undefined);
	});

	it('an empty tree has no moves', () => {
		assert.equal(gridMove([], 0, { key: 'ArrowDown', control: false, shift: false, alt: false }, 4), undefined);
	});
});

describe('type-ahead', () => {
	it('the same letter again goes on to the next match and round', () => {
		const ahead = createTypeAhead();
		assert.deepEqual([ahead.type('l', rows, 0, 0), ahead.type('l', rows, 1, 100), ahead.type('l', rows, 3, 200), ahead.type('l', rows, 4, 300)], [1, 3, 4, 1]);
	});

	it('more letters narrow the search from the row itself', () => {
		const ahead = createTypeAhead();
		assert.equal(ahead.type('l', rows, 0, 0), 1);
		assert.equal(ahead.type('i', rows, 1, 100), 1);
		assert.equal(ahead.type('a', rows, 1, 200), undefined);
	});

	it('after a pause it begins anew', () => {
		const ahead = createTypeAhead();
		ahead.type('l', rows, 0, 0);
		assert.equal(ahead.type('w', rows, 1, 5000), 5);
	});
});

function row(id: string, level: number, expanded: boolean | undefined, parent?: string): GridRow {
	return { id, name: id, spoken: id, level, expanded, parent, position: 1, siblings: 1 };
}
