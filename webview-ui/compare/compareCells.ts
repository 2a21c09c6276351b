import type { CompareCell, CompareRow } from '../../src/protocol/compareView.ts';
import { element, icon } from '../parts/element.ts';
import { shortCommand } from '../state/command.ts';
import type { CompareNode } from '../state/compareNodes.ts';
import { diffText, type DiffPart } from '../state/diffText.ts';
import type { FlatRow } from '../state/flatRows.ts';
import { shortDigest } from '../state/mediaTypes.ts';
import { safeText } from '../state/safeText.ts';
import type { Words } from '../state/words.ts';
import { twistie } from '../tree/inspectCells.ts';

/** The cells of a heading (one, over all columns) or of a row: mark and label, A, B. */
export function compareCells({ node, expanded }: FlatRow<CompareNode>, words: Words): readonly HTMLElement[] {
	const { row } = node;
	if (!row) {
		return [element('span', { class: 'cell heading', 'aria-colspan': 3 }, twistie(expanded),
			element('span', { class: 'strong' }, node.name), element('span', { class: 'description' }, node.summary ?? ''))];
	}
	const [a, b] = [shown(row, row.a, words), shown(row, row.b, words)];
	return [
		element(
			'span',
			{ class: 'cell label' },
			mark(row.mark),
			element('span', { class: 'text', title: node.name }, node.repeated ? '' : shortLabel(node.name)),
		),
		side(a, b, 'a', row.mark),
		side(b, a, 'b', row.mark),
	];
}

/** What tells labels apart stands at their end: `org.opencontainers.image.version` -> `…version`. */
function shortLabel(name: string): string {
	return name.length > 16 ? name.replace(/^(?:[\w-]+\.){2,}(?=[\w-]+$)/, '…') : name;
}

interface ShownCell { readonly text: string; readonly size: string; readonly digest: string }

function shown(row: CompareRow, cell: CompareCell | undefined, words: Words): ShownCell | undefined {
	if (!cell) { return undefined; }
	const raw = row.label.type === 'field' && row.label.field === 'created' ? words.plainDateTime(cell.text)
		: row.label.type === 'layer' ? shortCommand(cell.text) : cell.text;
	return {
		text: safeText(raw),
		size: cell.size === undefined ? '' : words.size(cell.size),
		digest: cell.digest === undefined ? '' : safeText(shortDigest(cell.digest)),
	};
}

function side(cell: ShownCell | undefined, other: ShownCell | undefined, name: 'a' | 'b', rowMark: CompareRow['mark']): HTMLElement {
	const only = rowMark === 'onlyA' || rowMark === 'onlyB';
	if (!cell) { return element('span', { class: `cell side ${name} ${only ? 'missing' : ''}` }); }
	const changed = rowMark === 'changed' && other !== undefined;
	const made = element('span', { class: `cell side ${name} ${only ? 'only' : ''} ${rowMark === 'same' ? 'same' : ''}` },
		element('span', { class: 'text mono' }, ...(changed ? marked(diffText(cell.text, other.text)) : [cell.text])));
	if (cell.size || cell.digest) {
		made.append(
			element('span', { class: 'side-size' }, ...whole(cell.size, changed && cell.size !== other.size)),
			element('span', { class: 'side-digest mono' }, ...whole(cell.digest, changed && cell.digest !== other.digest)));
	}
	return made;
}

function marked({ a }: { readonly a: readonly DiffPart[] }): readonly (HTMLElement | string)[] {
	return a.map(({ text, differs }) => differs ? element('mark', {}, text) : text);
}

function whole(text: string, differs: boolean): readonly (HTMLElement | string)[] {
	return [differs ? element('mark', {}, text) : text];
}

function mark(of: CompareRow['mark']): HTMLElement {
	if (of === 'same') { return element('span', { class: 'mark-sign', 'aria-hidden': 'true' }, '='); }
	return icon({ changed: 'diff-modified', onlyA: 'diff-removed', onlyB: 'diff-added' }[of], `mark-sign ${of}`);
}
