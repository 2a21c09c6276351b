import type { CompareCell, CompareRow } from '../../src/protocol/compareView.ts';
import type { CompareNode } from '../state/compareNodes.ts';
import { safeText } from '../state/safeText.ts';
import type { Words } from '../state/words.ts';
import type { Detail, DetailFact } from './detail.ts';

/** What the columns of a comparison cut or leave out in little room: both sides whole, with size and digest; `undefined` for a heading. */
export function compareDetail({ name, row }: CompareNode, words: Words): Detail | undefined {
	if (!row) { return undefined; }
	const mark = { same: words.t('the same'), changed: words.t('changed'), onlyA: words.t('only in A'), onlyB: words.t('only in B') }[row.mark];
	const sides = row.mark === 'same' ? [['A = B', row.a ?? row.b] as const] : [['A', row.a] as const, ['B', row.b] as const];
	const digest = row.b?.digest ?? row.a?.digest;
	return {
		title: `${name}: ${mark}`,
		facts: sides.flatMap(([side, cell]) => cell ? facts(side, cell, row, words) : []),
		actions: digest === undefined ? [] : [{ type: 'copy', label: words.t('Copy digest'), raw: digest, what: 'digest' }],
	};
}

function facts(side: string, { text, size, digest }: CompareCell, { label }: CompareRow, words: Words): readonly DetailFact[] {
	const created = label.type === 'field' && label.field === 'created';
	return [
		{ label: side, value: safeText(created ? words.plainDateTime(text) : text), mono: true },
		...size === undefined ? [] : [{ label: words.t('Size'), value: words.size(size) }],
		...digest === undefined ? [] : [{ label: words.t('Digest'), value: safeText(digest), mono: true }],
	];
}
