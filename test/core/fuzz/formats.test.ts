import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cardFor } from '../../../src/core/extract/extractFile.ts';
import { cards } from '../../../src/core/extract/cards.ts';
import type { ExtractCard } from '../../../src/core/extract/card.ts';
import { assertExact } from './assertExact.ts';
import { mutate, mutations } from './mutate.ts';
import { holds, patience, seed } from './runs.ts';
import { samples, type Sample } from './samples.ts';

const byKind = new Map<string, readonly Sample[]>();
for (const sample of samples) {
	const kind = cardFor(sample.file, undefined, sample.text)?.kind;
	if (kind !== undefined) { byKind.set(kind, [...byKind.get(kind) ?? [], sample]); }
}

describe(`Any text is read: no exception, no hang, every span inside and true (seed ${seed})`, function () {
	this.timeout(patience);

	it('there is a sample of every kind', () => {
		assert.deepEqual(cards.map(({ kind }) => kind).filter(kind => !byKind.has(kind)), []);
	});

	for (const card of cards) {
		it(`${card.kind}: changed samples of its own`, () => {
			holds<[Sample, Parameters<typeof mutate>[1]]>([fc.constantFrom(...byKind.get(card.kind) ?? []), mutations], 250, ({ file, text }, changes) => {
				read(card, file, mutate(text, changes));
			});
		});
	}

	it('changed samples of all kinds by the card of another', () => {
		holds<[Sample, ExtractCard, Parameters<typeof mutate>[1]]>([fc.constantFrom(...samples), fc.constantFrom(...cards), mutations], 500, ({ file, text }, card, changes) => {
			read(card, file, mutate(text, changes));
		});
	});
});

function read(card: ExtractCard, file: string, text: string): void {
	const input = { file, text, files: new Map<string, string>(), environment: {}, builds: [] };
	card.matches(file, undefined, text);
	const wanted = card.needs?.(input) ?? [];
	assertExact(card.extract({ ...input, files: new Map(wanted.map(path => [path, text])) }));
}
