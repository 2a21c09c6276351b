import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeCard } from '../../../src/core/extract/compose/card.ts';
import { devcontainerCard } from '../../../src/core/extract/devcontainer/card.ts';
import type { ExtractCard } from '../../../src/core/extract/card.ts';
import { lineIndex } from '../../../src/core/util/lineIndex.ts';
import { corpusFolder, corpusLines } from '../../support/corpus.ts';
import { extractWith, imageOf } from '../../support/expectUses.ts';

interface Expected {
	readonly file: string;
	readonly kind: string;
	readonly class: string;
	readonly text: string;
	readonly range: { readonly start: { readonly line: number; readonly character: number } };
	readonly image: string | null;
	readonly optional?: boolean;
	readonly environmentDependent?: boolean;
}

/** Inline Dockerfiles in quotes: the programs behind the answers read only those in block scalars. */
const unseen = ['docker+compose/pkg/e2e/testdata/TestComposeRunBuild/compose.yaml'];

const cards: readonly (readonly [type: string, card: ExtractCard])[] = [['compose', composeCard], ['devcontainer', devcontainerCard]];
const index = corpusLines<{ readonly file: string; readonly type: string }>('index.jsonl');

describe('Compose and dev containers: real files', () => {
	it('one of our own, which is there when the corpus is not', () => {
		const { uses } = extractWith(composeCard, 'compose.yaml', 'services:\n  web:\n    image: nginx:${TAG:-1.27}\n  app:\n    build: .\n    image: app\n');
		assert.deepEqual(uses.map(use => `${use.class} ${use.text} ${imageOf(use)}`), ['image nginx:${TAG:-1.27} docker.io/library/nginx:1.27', 'build-output app docker.io/library/app:latest']);
	});

	const expected = groupByFile(corpusLines<Expected>('expected.jsonl') ?? []);
	for (const [type, card] of cards) {
		for (const { file } of index?.filter(entry => entry.type === type && !unseen.some(one => entry.file.endsWith(one))) ?? []) {
			it(file, () => { compare(card, file, expected.get(file) ?? []); });
		}
	}
});

function compare(card: ExtractCard, file: string, expected: readonly Expected[]): void {
	const text = readFileSync(join(corpusFolder!, file), 'utf8').replace(/^\ufeff/, '');
	assert.ok(card.matches(file, undefined, text));
	const needed = card.needs?.({ file, text, files: new Map(), environment: {}, builds: [] }) ?? [];
	const files = Object.fromEntries(needed.filter(name => existsSync(join(corpusFolder!, name))).map(name => [name, readFileSync(join(corpusFolder!, name), 'utf8')]));
	const lines = lineIndex(text);
	const seen = extractWith(card, file, text, { files }).uses.map(use => ({ use, ...lines.positionAt(use.span.start) }));
	const loose = new Set(expected.filter(entry => entry.environmentDependent || entry.optional).map(({ range: { start } }) => `${start.line}:${start.character}`));
	const draw = (line: number, character: number, kind: string, className: string, reference: string, image: string): string =>
		`${line}:${character} ${kind} ${className} ${reference}${loose.has(`${line}:${character}`) ? '' : ` ${image}`}`;
	assert.deepEqual(
		seen.map(({ use, line, character }) => draw(line, character, use.kind, use.class, use.text, imageOf(use))).sort(),
		expected.map(({ range: { start }, ...entry }) => draw(start.line, start.character, entry.kind, entry.class, entry.text, entry.image ?? '-')).sort(),
	);
}

function groupByFile(entries: readonly Expected[]): ReadonlyMap<string, readonly Expected[]> {
	const groups = new Map<string, Expected[]>();
	for (const entry of entries) { groups.set(entry.file, [...groups.get(entry.file) ?? [], entry]); }
	return groups;
}
