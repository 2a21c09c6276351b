import assert from 'node:assert/strict';
import { explain } from '../../../src/core/explain/explain.ts';
import type { BareText } from './texts/bare/bareText.ts';
import { madeTexts } from './texts/bare/made.ts';
import { namedTexts } from './texts/bare/named.ts';
import { reachedTexts } from './texts/bare/reached.ts';
import { readTexts } from './texts/bare/read.ts';
import { innocentTalk } from './texts/innocentTalk.ts';
import { innocentTools } from './texts/innocentTools.ts';
import { innocentWords } from './texts/innocentWords.ts';
import { wrappings, wrappingsOf } from './texts/wrappings.ts';

const texts: readonly BareText[] = [...namedTexts, ...reachedTexts, ...readTexts, ...madeTexts];

describe('explain: whatever a message is wrapped in', () => {
	for (const wrapping of Object.keys(wrappings) as (keyof typeof wrappings)[]) {
		it(`${wrapping}: every message keeps its cause`, () => {
			const wrong = texts.filter(([, family]) => wrappingsOf[family].includes(wrapping)).flatMap(([codes, , text]) => {
				const first = explain(wrappings[wrapping](text)).matches[0]?.code ?? 'nothing';
				return codes.includes(first) ? [] : [`${first} instead of ${codes.join(' or ')}: ${text}`];
			});
			assert.deepEqual(wrong, []);
		});
	}

	for (const wrapping of wrappingsOf.any) {
		it(`${wrapping}: innocent output stays without one`, () => {
			const wrong = [...innocentTools, ...innocentWords, ...innocentTalk].flatMap(text => explain(wrappings[wrapping](text)).matches.map(({ code }) => `${code}: ${text}`));
			assert.deepEqual(wrong, []);
		});
	}
});
