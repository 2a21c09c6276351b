import assert from 'node:assert/strict';
import { explain } from '../../../src/core/explain/explain.ts';
import { innocentTexts } from './texts/innocent.ts';
import { innocentBuilds } from './texts/innocentBuilds.ts';
import { innocentReports } from './texts/innocentReports.ts';
import { innocentServices } from './texts/innocentServices.ts';

const all = [...innocentTexts, ...innocentBuilds, ...innocentReports, ...innocentServices].map(([, text]) => text);

describe('explain: innocent output one behind the other', () => {
	const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_122);

	it(`takes no context from its neighbours (FUZZ_SEED=${seed})`, () => {
		const next = numbers(seed);
		const wrong = Array.from({ length: 120 }, () => Array.from({ length: 12 }, () => all[Math.floor(next() * all.length)]!.trimEnd()).join('\n'))
			.flatMap(text => explain(text).matches.map(({ code, line }) => `${code}, line ${line}:\n${text.split('\n').slice(Math.max(0, line - 3), line + 2).join('\n')}`));
		assert.deepEqual(wrong, []);
	});
});

/** Numbers from 0 to 1 that are always the same (a linear congruential generator). */
function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
	};
}
