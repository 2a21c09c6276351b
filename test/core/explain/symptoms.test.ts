import assert from 'node:assert/strict';
import { checkSync } from 'recheck';
import { diagnoses } from '../../../src/core/diagnoses/index.ts';
import { explain } from '../../../src/core/explain/explain.ts';
import { mayMatter } from '../../../src/core/explain/mayMatter.ts';
import { normaliseLine } from '../../../src/core/explain/normaliseLine.ts';

const withSymptoms = diagnoses.filter(({ symptoms }) => symptoms !== undefined && symptoms.length > 0);

describe('symptoms', () => {
	it('are there for the five texts that the project began with', () => {
		for (const code of ['oci-unsupported-by-target', 'repository-missing-or-private', 'loopback-registry-from-builder', 'push-attestation-rejected-quay', 'docker-manifest-inspect-outdated']) {
			assert.ok(withSymptoms.some(diagnosis => diagnosis.code === code), code);
		}
	});

	for (const { code, symptoms, explanation } of withSymptoms) {
		it(`${code}: every example is explained by it first`, () => {
			assert.ok(explanation, 'the explainer needs a sentence');
			for (const { example, pattern } of symptoms ?? []) {
				assert.ok(mayMatter(normaliseLine(example)), `passed over before the patterns: ${example}`);
				assert.match(normaliseLine(example), pattern);
				assert.equal(explain(example).matches[0]?.code, code, example);
			}
		});

		it(`${code}: no pattern can be made slow`, () => {
			for (const { pattern } of symptoms ?? []) {
				const exact = checkSync(pattern.source, pattern.flags, { checker: 'automaton', timeout: 1000 });
				const verdict = exact.status === 'unknown' ? checkSync(pattern.source, pattern.flags, { checker: 'fuzz', timeout: 3000 }) : exact;
				assert.notEqual(verdict.status === 'vulnerable' ? verdict.complexity.type : '', 'exponential', pattern.source);
			}
		}).timeout(60_000);
	}
});
