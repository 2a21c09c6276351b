import assert from 'node:assert/strict';
import type { ImageUse } from '../../../src/core/model/index.ts';
import { readText } from '../dockerfile/support.ts';
import { partSpans } from '../../../src/core/reference/partSpans.ts';
import { spanOfPart } from '../../../src/core/diagnoses/support/variableExpression.ts';

describe('The part of a name that is wrong is underlined, or the variable that gives it', () => {
	const table: readonly (readonly [text: string, part: 'domain' | 'path' | 'tag' | 'digest', marked: string | undefined])[] = [
		['ARG V=9\nFROM quay.io/acme/app:${V}', 'tag', '${V}'],
		['ARG V=9\nFROM quay.io/acme/app:${V}-slim', 'tag', '${V}-slim'],
		['ARG V=9\nFROM quay.io/acme/app:1.$V', 'tag', '1.$V'],
		['ARG R=quay.io\nFROM ${R}/acme/app:9', 'domain', '${R}'],
		['ARG R=quay.io\nFROM ${R}/acme/app:9', 'path', 'acme/app'],
		['ARG R=quay.io/acme\nFROM ${R}/app:9', 'path', '${R}/app'],
		['ARG BASE=quay.io/acme/app:9\nFROM $BASE', 'tag', '$BASE'],
		['FROM quay.io/acme/app:${V:-9}', 'tag', '${V:-9}'],
		['ARG V\nFROM quay.io/acme/app:${V}', 'tag', undefined],
	];
	for (const [text, part, marked] of table) {
		it(`${JSON.stringify(text)}: ${part}`, () => {
			const use = readText(text).uses[0] as ImageUse;
			const span = spanOfPart(use, partSpans(use.value ?? '')[part]);
			assert.equal(span && text.slice(span.start, span.end), marked);
		});
	}
});
