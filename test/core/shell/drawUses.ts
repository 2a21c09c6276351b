import assert from 'node:assert/strict';
import type { ExtractCard } from '../../../src/core/extract/card.ts';
import type { FileFacts, ImageUse } from '../../../src/core/model/index.ts';

const marker = /^[ \t]*#[ \t]*\^+ /;

/** The facts of a text without its marker lines. */
export function factsIn(card: ExtractCard, file: string, marked: string): FileFacts {
	const text = unmarked(marked);
	assert.ok(card.matches(file, undefined, text), `${file} is no file of ${card.kind}`);
	return card.extract({ file, text, files: new Map(), environment: {}, builds: [] });
}

/**
 * Compares the references of a text with the lines drawn under them: `#    ^^^^ kind class image`. The number sign may stand
 * anywhere in front of the carets, and a tab is one column.
 */
export function assertDrawn(card: ExtractCard, file: string, marked: string): FileFacts {
	const facts = factsIn(card, file, marked);
	assert.equal(draw(facts.text, facts.uses), redraw(marked));
	for (const use of facts.uses) {
		assert.equal(use.text, facts.text.slice(use.span.start, use.span.end));
		for (const [name, span] of Object.entries(use.spans)) {
			assert.ok(use.value?.includes(facts.text.slice(span.start, span.end)) ?? name === 'tag', `${name} of ${use.text}`);
		}
	}
	return facts;
}

function unmarked(marked: string): string {
	return marked.split(/(?<=\n)/).filter(line => !marker.test(line)).join('');
}

function redraw(marked: string): string {
	return marked.split(/(?<=\n)/).map(line => marker.test(line) ? line.replace(/^[ \t]*#[ \t]*/, blanks => `#${' '.repeat(blanks.length - 1)}`).replace('\r', '') : line).join('');
}

function draw(text: string, uses: readonly ImageUse[]): string {
	let drawn = '';
	let start = 0;
	for (const line of text.split(/(?<=\n)/)) {
		drawn += line;
		for (const { span, kind, class: useClass, reference } of uses) {
			if (span.start < start || span.start >= start + line.length) { continue; }
			const column = span.start - start;
			drawn += `#${' '.repeat(column - 1)}${'^'.repeat(Math.min(span.end - span.start, line.length))} ${[kind, useClass, reference?.canonical].filter(Boolean).join(' ')}\n`;
		}
		start += line.length;
	}
	return drawn;
}
