import assert from 'node:assert/strict';
import { canonicalWithTag } from '../../../src/core/reference/canonicalWithTag.ts';
import { parseReference } from '../../../src/core/reference/parseReference.ts';
import { corpusLines } from '../../support/corpus.ts';

/** Taken when no corpus lies next to the checkout; the same rules, fewer words. */
const own = [
	{ ref: 'kibana:8.19.13', domain: 'docker.io', path: 'library/kibana', tag: '8.19.13', digest: null, canonical: 'docker.io/library/kibana:8.19.13' },
	{ ref: 'quay.io/a/b', domain: 'quay.io', path: 'a/b', tag: null, digest: null, canonical: 'quay.io/a/b:latest' },
	{ ref: ':', error: 'invalid reference format' },
	{ ref: 'a.b/C:1', error: 'invalid reference format: repository name (C) must be lowercase' },
];

it('the reference strings of the corpus are read as the reference grammar reads them', () => {
	const wrong: unknown[] = [];
	for (const expected of corpusLines<{ ref: string }>('references.jsonl') ?? own) {
		const parsed = parseReference(expected.ref);
		const got = parsed.ok
			? {
				ref: expected.ref, domain: parsed.reference.domain, path: parsed.reference.path,
				tag: parsed.reference.tag ?? null, digest: parsed.reference.digest ?? null, canonical: canonicalWithTag(parsed.reference),
			}
			: { ref: expected.ref, error: parsed.error.message };
		try { assert.deepEqual(got, expected); } catch { wrong.push({ got, expected }); }
	}
	assert.deepEqual(wrong, []);
});
