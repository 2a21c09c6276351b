import assert from 'node:assert/strict';
import { explain } from '../../../src/core/explain/explain.ts';
import { answeredTexts } from './texts/answered.ts';
import { buildTexts } from './texts/build.ts';
import { clusterTexts } from './texts/cluster.ts';
import { furtherTexts } from './texts/further.ts';
import { newerTexts } from './texts/newer.ts';
import { pullTexts } from './texts/pull.ts';
import { pushTexts } from './texts/push.ts';
import { rarerTexts } from './texts/rarer.ts';
import { reportedTexts } from './texts/reported.ts';
import { transportTexts } from './texts/transport.ts';

/** Output as tools print it, and the codes that may come first. */
const tables = { pulls: pullTexts, builds: buildTexts, pushes: pushTexts, clusters: clusterTexts, transport: transportTexts, 'other tools': furtherTexts, 'newer and rarer versions': newerTexts, 'whole logs and rarer tools': rarerTexts, 'people\'s reports': reportedTexts, 'registries with odd answers': answeredTexts };

for (const [name, texts] of Object.entries(tables)) {
	describe(`explain: real output of ${name}`, () => {
		for (const [codes, tool, text] of texts) {
			it(`${codes.join(' or ')}: ${tool}: ${text.replace(/\s+/g, ' ').slice(0, 80)}`, () => {
				const { matches } = explain(text);
				assert.ok(codes.includes(matches[0]?.code ?? 'nothing'), `${matches.map(({ code, rank }) => `${code} ${rank}`).join(', ') || 'nothing'} of:\n${text}`);
			});
		}
	});
}
