import type { CompareLabel, CompareRow, CompareSection, CompareView } from '../../src/protocol/compareView.ts';
import { safeText } from './safeText.ts';
import type { Words } from './words.ts';

/** A section's heading, or one of its rows. */
export interface CompareNode {
	readonly id: string;
	readonly name: string;
	readonly spoken: string;
	readonly search: string;
	/** Set for headings. */
	readonly summary?: string;
	/** Set for rows. */
	readonly row?: CompareRow;
	/** Same label as the row above: not shown again. */
	readonly repeated?: boolean;
	readonly children: readonly CompareNode[];
}

/** Sections with their rows; without `showSame` only what differs. */
export function compareNodes(view: CompareView, showSame: boolean, words: Words): readonly CompareNode[] {
	return view.sections.map(section => {
		const name = sectionName(section.kind, words);
		const summary = sectionSummary(section, words);
		const rows = section.rows.filter(row => showSame || row.mark !== 'same');
		return {
			id: section.kind, name, summary,
			spoken: `${name}, ${summary}`,
			search: '',
			children: rows.map((row, at) => rowNode(row, rows[at - 1], words)),
		};
	});
}

function rowNode(row: CompareRow, above: CompareRow | undefined, words: Words): CompareNode {
	const name = labelText(row.label, words);
	const mark = {
		same: words.t('the same'), changed: words.t('changed'), onlyA: words.t('only in A'), onlyB: words.t('only in B'),
	}[row.mark];
	const text = (cell: CompareRow['a']) =>
		cell && [safeText(cell.text), cell.size === undefined ? '' : words.sizeSpoken(cell.size)].filter(Boolean).join(', ');
	const sides = row.mark === 'same' ? [text(row.a ?? row.b)] : [row.a && `A: ${text(row.a) ?? ''}`, row.b && `B: ${text(row.b) ?? ''}`];
	return {
		id: row.id, name, row,
		spoken: [name, mark, ...sides].filter(Boolean).join(', '),
		search: '',
		// Environment, labels: the word once, at the first of them.
		repeated: row.label.type === 'field' && above?.label.type === 'field' && above.label.field === row.label.field,
		children: [],
	};
}

function sectionName(kind: CompareSection['kind'], words: Words): string {
	return {
		platforms: words.t('Platforms'), configuration: words.t('Configuration'), layers: words.t('Layers'), attestations: words.t('Attestations'),
	}[kind];
}

function sectionSummary({ kind, rows }: CompareSection, words: Words): string {
	const count = (...marks: CompareRow['mark'][]) => rows.filter(row => marks.includes(row.mark)).length;
	const same = count('same');
	const changed = count('changed', 'onlyA', 'onlyB');
	if (changed === 0) { return words.t('the same'); }
	if (kind === 'layers') {
		return [words.n(same, '{n} shared', '{n} shared'), words.n(changed, '{n} differs', '{n} differ')].join(', ');
	}
	if (kind !== 'platforms') { return words.n(changed, '{n} change', '{n} changes'); }
	const onlyA = count('onlyA');
	const onlyB = count('onlyB');
	return [
		words.n(platformCount(rows), '{n} in both', '{n} in both'),
		...(onlyA > 0 ? [words.n(onlyA, '{n} only in A', '{n} only in A')] : []),
		...(onlyB > 0 ? [words.n(onlyB, '{n} only in B', '{n} only in B')] : []),
	].join(', ');
}

/** A row of platforms lists several, divided by `, `. */
function platformCount(rows: readonly CompareRow[]): number {
	return rows.filter(row => row.mark === 'same' || row.mark === 'changed').reduce((sum, row) => sum + (row.a?.text.split(', ').length ?? 0), 0);
}

function labelText(label: CompareLabel, words: Words): string {
	switch (label.type) {
		case 'text': return safeText(label.text);
		case 'layer': return words.t('Layer {number}', { number: words.number(label.number) });
		case 'field': return {
			created: words.t('Created'), entrypoint: words.t('Entrypoint'), command: words.t('Command'), workingDirectory: words.t('Working folder'),
			user: words.t('User'), environment: words.t('Environment'), ports: words.t('Ports'), labels: words.t('Labels'),
			provenance: words.t('Provenance'), sbom: words.t('SBOM'), attestation: words.t('Attestation'),
		}[label.field];
	}
}
