import assert from 'node:assert/strict';
import { composeCard } from '../../../src/core/extract/compose/card.ts';
import { expectUses } from '../../support/expectUses.ts';

const head = ['services:', '  a:', '    build:', '      context: .', '      x-bake:'].join('\n');

function check(title: string, lines: readonly string[], expected: readonly string[]): void {
	it(title, () => { expectUses(composeCard, 'compose.yml', [head, ...lines.map(line => `        ${line}`), ''].join('\n'), expected); });
}

describe('Compose: x-bake', () => {
	check('tags', ['tags:', '  - «q.io/a:1»', '  - "«q.io/a:${V:-2}»"'], ['bake-tag build-output q.io/a:1', 'bake-tag build-output q.io/a:2']);
	check('several tags in one text', ['tags: «q.io/a:1» «q.io/a:2»'], ['bake-tag build-output q.io/a:1', 'bake-tag build-output q.io/a:2']);
	check('caches', ['cache-from: ["«q.io/a:c»", "type=local,src=x"]', 'cache-to: type=registry,ref=«q.io/a:d»'], ['bake-cache image q.io/a:c', 'bake-cache build-output q.io/a:d']);
	check('outputs', ['output: [type=docker, "type=registry,name=«q.io/a:1»"]'], ['bake-tag build-output q.io/a:1']);
	check('other fields and other forms', ['platforms: [linux/amd64]', 'pull: true', 'secret: [id=x]', 'tags: {a: no}'], []);

	it('contexts and platforms reach the Dockerfile', () => {
		const { builds } = expectUses(composeCard, 'compose.yml', `${head}\n        platforms: [linux/arm64]\n        contexts:\n          base: docker-image://«alpine:3»\n          x: ./x\n`, ['bake-context image docker.io/library/alpine:3']);
		assert.deepEqual(builds[0]?.contexts, { base: 'docker-image://alpine:3', x: './x' });
		assert.deepEqual(builds[0]?.platforms, ['linux/arm64']);
	});
});
