import assert from 'node:assert/strict';
import { stageFixes } from '../../../src/core/diagnoses/support/stageFixes.ts';
import { dockerfileCard } from '../../../src/core/extract/dockerfile/card.ts';
import { extractWith } from '../../support/expectUses.ts';

describe('A bare name that is no image may be an earlier stage', () => {
	const cases: readonly (readonly [text: string, names: string])[] = [
		['FROM alpine AS build\nFROM scratch\nCOPY --from=buidl /a /b\n', 'build'],
		['FROM alpine AS Build\nFROM scratch\nCOPY --from=buildd /a /b\n', 'build'],
		['FROM alpine AS runtime\nFROM runtmie\n', 'runtime'],
		['FROM alpine AS base\nFROM scratch\nRUN --mount=type=bind,from=bas,target=/x true\n', 'base'],
		['FROM alpine AS web1\nFROM alpine AS web2\nFROM scratch\nCOPY --from=web3 /a /b\n', 'web1 web2'],
		// Too far, later, not bare, or not literal.
		['FROM alpine AS build\nFROM scratch\nCOPY --from=test /a /b\n', ''],
		['FROM scratch\nCOPY --from=buidl /a /b\nFROM alpine AS build\n', ''],
		['FROM alpine AS build\nFROM scratch\nCOPY --from=acme/buidl /a /b\n', ''],
		['FROM alpine AS build\nFROM scratch\nCOPY --from=buidl:1 /a /b\n', ''],
		['ARG NAME=buidl\nFROM alpine AS build\nFROM $NAME\n', ''],
	];
	for (const [text, names] of cases) {
		it(`${JSON.stringify(text)} offers ${names || 'none'}`, () => {
			const facts = extractWith(dockerfileCard, 'Dockerfile', text);
			const use = facts.uses.filter(one => one.class === 'image').at(-1);
			assert.ok(use);
			const fixes = stageFixes(use, facts);
			assert.equal(fixes.map(({ edits }) => edits[0]?.newText).join(' '), names);
			assert.ok(fixes.every(({ safe, edits }) => !safe && edits[0]?.span === use.span));
		});
	}
});
