import { contentEndAt, lineAfter } from '../../util/lineBounds.ts';
import { withProperties } from './anchors.ts';
import type { Anchors, NodeProperties } from './anchors.ts';
import { blockScalar } from './blockScalar.ts';
import { flowYaml } from './flowYaml.ts';
import { inlineYaml, readProperties, readQuoted, restIsBlank, skipBlanks } from './inlineYaml.ts';
import type { YamlDocument, YamlNode, YamlPair, YamlScalar } from './yamlNode.ts';

interface Frame {
	readonly column: number;
	readonly pairs?: YamlPair[];
	readonly items?: YamlNode[];
	readonly span: { start: number; end: number };
}

/** The place that the next node goes to: the value of the latest key, the latest item, or the root. */
interface Slot {
	readonly frame: Frame | undefined;
	readonly properties: NodeProperties;
	fill(node: YamlNode): void;
}

/**
 * Reads the everyday form of YAML, line by line and about twenty times as fast as a full parser: block maps and sequences, scalars,
 * flow collections, block scalars, comments, anchors, aliases, tags, several documents.
 * Whatever else it meets (plain scalars over several lines, complex keys, directives, tabs, mistakes) makes it answer `undefined`, so that
 * what it does answer is what the specification says. With `tolerant` it skips such a line and all that is indented under it instead.
 */
export function plainYaml(text: string, tolerant = false): readonly YamlDocument[] | undefined {
	const documents: YamlDocument[] = [];
	let reader = new DocumentReader(text);
	let documentStart = 0;
	const finish = (end: number): void => {
		const root = reader.finish();
		documents.push({ ...(root && { root }), span: { start: documentStart, end } });
		reader = new DocumentReader(text);
		documentStart = end;
	};
	let skipDeeperThan = -1;
	for (let start = 0; start < text.length;) {
		const next = lineAfter(text, start);
		const end = contentEndAt(text, start);
		let at = start;
		while (at < end && text[at] === ' ') { at++; }
		if (at === end || text[at] === '#' || (text[at] === '\t' && skipBlanks(text, at, end) === end)) { start = next; continue; }
		const column = at - start;
		if (skipDeeperThan !== -1 && column > skipDeeperThan) { start = next; continue; }
		skipDeeperThan = -1;
		if (column === 0 && (text.startsWith('---', start) || text.startsWith('...', start)) && restIsBlank(text, start + 3, end)) {
			if (reader.started || documents.length > 0 || text[start] === '.') { finish(start); }
			if (text[start] === '-') { reader.started = true; documentStart = start; }
			start = next;
			continue;
		}
		const after = text[at] === '\t' ? undefined : reader.line(at, column, end, next);
		if (after === undefined) {
			if (!tolerant) { return undefined; }
			skipDeeperThan = column;
			start = next;
			continue;
		}
		start = after;
	}
	if (reader.started || documents.length === 0) { finish(text.length); }
	return documents;
}

class DocumentReader {
	started = false;
	readonly #text: string;
	readonly #anchors: Anchors = new Map();
	readonly #frames: Frame[] = [];
	#root: YamlNode | undefined;
	#slot: Slot | undefined = { frame: undefined, properties: {}, fill: node => { this.#root = node; } };
	#lastEnd = 0;

	constructor(text: string) {
		this.#text = text;
	}

	finish(): YamlNode | undefined {
		while (this.#frames.length > 0) { this.#pop(); }
		return this.#root;
	}

	/** Takes one line that is neither blank nor a comment; gives the start of the next one to read. */
	line(from: number, firstColumn: number, end: number, next: number): number | undefined {
		this.started = true;
		const text = this.#text;
		let at = from;
		let column = firstColumn;
		while (text[at] === '-' && (at + 1 >= end || text[at + 1] === ' ')) {
			if (!this.#item(column, at)) { return undefined; }
			const after = skipBlanks(text, at + 1, end);
			if (after >= end || (text[after] === '#' && after > at + 1)) { return next; }
			column += after - at;
			at = after;
		}
		const key = this.#key(at, end);
		if (key === undefined) {
			// Only right behind a dash, or as the whole document: anything else continues a scalar of the line before.
			const slot = this.#slot;
			return slot && (at > from || !slot.frame) && this.#frames.at(-1) === slot.frame ? this.#value(at, end, next) : undefined;
		}
		if (!this.#entry(column, key.node)) { return undefined; }
		const value = skipBlanks(text, key.colon + 1, end);
		this.#lastEnd = key.colon + 1;
		if (value >= end || (text[value] === '#' && value > key.colon + 1)) { return next; }
		return this.#value(value, end, next);
	}

	#value(from: number, end: number, next: number): number | undefined {
		const slot = this.#slot;
		const text = this.#text;
		const start = readProperties(text, from, end);
		if (!slot || !start || (slot.properties.anchor !== undefined && start.properties.anchor !== undefined)) { return undefined; }
		const properties = { ...slot.properties, ...start.properties };
		if (start.end >= end || (text[start.end] === '#' && start.end > from)) {
			this.#slot = { ...slot, properties };
			return next;
		}
		if (start.end > from && this.#key(start.end, end)) { return undefined; }
		const first = text[start.end];
		if (first === '|' || first === '>') {
			const block = blockScalar(text, start.end, end + (text[end] === '\r' ? 1 : 0), slot.frame?.column ?? -1);
			if (!block) { return undefined; }
			this.#fill(slot, block.node, properties);
			return block.next;
		}
		const node = inlineYaml(text, start.end, end, this.#anchors);
		if (!node && (first === '[' || first === '{' || first === '"' || first === '\'')) { return this.#long(start.end, slot, properties); }
		if (!node || (node.kind === 'alias' && (properties.anchor !== undefined || properties.tag !== undefined))) { return undefined; }
		this.#fill(slot, node, properties);
		return next;
	}

	/** A node that goes over several lines. */
	#long(from: number, slot: Slot, properties: NodeProperties): number | undefined {
		const text = this.#text;
		const found = flowYaml(text, from, slot.frame?.column ?? -1, this.#anchors);
		const end = found && contentEndAt(text, found.end);
		if (!found || end === undefined || !restIsBlank(text, found.end, end)) { return undefined; }
		this.#fill(slot, found.node, properties);
		return lineAfter(text, end);
	}

	#fill(slot: Slot, node: YamlNode, properties: NodeProperties): void {
		slot.fill(withProperties(node, properties, this.#anchors));
		this.#lastEnd = Math.max(this.#lastEnd, node.span.end);
		this.#slot = undefined;
	}

	/** The key that a content begins with; `undefined` when it is no `key:`. */
	#key(from: number, end: number): { readonly node: YamlScalar; readonly colon: number } | undefined {
		const text = this.#text;
		const first = text[from]!;
		if (first === '"' || first === '\'') {
			const quoted = readQuoted(text, from, end);
			const colon = quoted && skipBlanks(text, quoted.end, end);
			return quoted && colon !== undefined && colon < end && text[colon] === ':' && isBlankAt(text, colon + 1, end)
				? { node: quoted.node, colon }
				: undefined;
		}
		if (',[]{}#&*!|>%@`'.includes(first) || ('?:-'.includes(first) && isBlankAt(text, from + 1, end))) { return undefined; }
		for (let at = from; at < end; at++) {
			const character = text[at];
			if (character === '#' && (text[at - 1] === ' ' || text[at - 1] === '\t')) { return undefined; }
			if (character !== ':' || !isBlankAt(text, at + 1, end)) { continue; }
			let stop = at;
			while (stop > from && (text[stop - 1] === ' ' || text[stop - 1] === '\t')) { stop--; }
			return { node: { kind: 'scalar', value: text.slice(from, stop), style: 'plain', span: { start: from, end: stop } }, colon: at };
		}
		return undefined;
	}

	#entry(column: number, key: YamlScalar): boolean {
		this.#unwind(column, false);
		let top = this.#frames.at(-1);
		if (!top?.pairs || top.column !== column) {
			const slot = this.#slot;
			if (!slot || slot.frame !== top || (top && top.column >= column)) { return false; }
			const span = { start: key.span.start, end: key.span.end };
			const pairs: YamlPair[] = [];
			top = { column, pairs, span };
			this.#fill(slot, { kind: 'map', pairs, flow: false, span }, slot.properties);
			this.#frames.push(top);
		}
		const pair: { key: YamlScalar; value?: YamlNode } = { key };
		top.pairs!.push(pair);
		this.#slot = { frame: top, properties: {}, fill: node => { pair.value = node; } };
		return true;
	}

	#item(column: number, at: number): boolean {
		this.#unwind(column, true);
		let top = this.#frames.at(-1);
		if (!top?.items || top.column !== column) {
			const slot = this.#slot;
			if (!slot || slot.frame !== top || (top && (top.pairs ? top.column > column : top.column >= column))) { return false; }
			const span = { start: at, end: at + 1 };
			const items: YamlNode[] = [];
			top = { column, items, span };
			this.#fill(slot, { kind: 'seq', items, flow: false, span }, slot.properties);
			this.#frames.push(top);
		}
		const items = top.items!;
		const index = items.length;
		items.push({ kind: 'scalar', value: '', style: 'plain', span: { start: at + 1, end: at + 1 } });
		this.#lastEnd = at + 1;
		this.#slot = { frame: top, properties: {}, fill: node => { items[index] = node; } };
		return true;
	}

	#unwind(column: number, dash: boolean): void {
		for (let top = this.#frames.at(-1); top; top = this.#frames.at(-1)) {
			if (top.column < column || (top.column === column && (dash || !top.items))) { return; }
			this.#pop();
		}
	}

	#pop(): void {
		const frame = this.#frames.pop();
		if (frame) { frame.span.end = this.#lastEnd; }
	}
}

function isBlankAt(text: string, at: number, end: number): boolean {
	return at >= end || text[at] === ' ' || text[at] === '\t';
}
