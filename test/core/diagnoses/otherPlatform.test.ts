import assert from 'node:assert/strict';
import { otherPlatform } from '../../../src/core/diagnoses/support/otherPlatform.ts';
import { composeCard } from '../../../src/core/extract/compose/card.ts';
import { devcontainerCard } from '../../../src/core/extract/devcontainer/card.ts';
import { dockerfileCard } from '../../../src/core/extract/dockerfile/card.ts';
import { kubernetesCard } from '../../../src/core/extract/kubernetes/card.ts';
import { shellCard } from '../../../src/core/extract/shell/cards.ts';
import type { ExtractCard } from '../../../src/core/extract/card.ts';
import { applyEdits } from '../../support/checkDiagnosis.ts';
import { extractWith } from '../../support/expectUses.ts';

const marks = /⟦([^→⟧]*)→([^⟧]*)⟧/g;
const service = (platform: string): string => `services:\n  a:\n    image: one:1\n    platform: ${platform}\n`;

describe('Another platform is asked for where the file asks', () => {
	const cases: readonly (readonly [card: ExtractCard, text: string])[] = [
		[dockerfileCard, 'FROM ⟦→--platform=linux/amd64 ⟧one:1'],
		[dockerfileCard, 'FROM --platform=⟦linux/arm64→linux/amd64⟧ one:1'],
		[dockerfileCard, 'FROM --platform="⟦linux/arm64→linux/amd64⟧" one:1'],
		[dockerfileCard, 'FROM --platform=$BUILDPLATFORM one:1'],
		[dockerfileCard, 'FROM --platform=⟦linux/arm64→linux/amd64⟧ \\\n one:1'],
		[dockerfileCard, 'FROM --platform=linux/arm64 \\\n# why\n one:1'],
		[dockerfileCard, 'FROM scratch\nCOPY --from=one:1 /a /b'],
		[composeCard, 'services:\n  a:\n    image: one:1\n⟦→    platform: linux/amd64\n⟧    ports: []\n'],
		[composeCard, service('⟦linux/arm64→linux/amd64⟧')],
		[composeCard, service('\'⟦linux/arm64→linux/amd64⟧\' # why')],
		[composeCard, service('${PLATFORM:-linux/arm64}')],
		[composeCard, service('')],
		[devcontainerCard, '{ "image": "one:1", "runArgs": ["--platform=⟦linux/arm64→linux/amd64⟧"] }'],
		[devcontainerCard, '{ "image": "one:1" }'],
		[shellCard, 'docker pull⟦→ --platform=linux/amd64⟧ one:1\n'],
		[shellCard, 'podman run --platform ⟦linux/arm64→linux/amd64⟧ one:1\n'],
		[shellCard, 'docker run --platform=$P one:1\n'],
		[shellCard, 'crane pull one:1 one.tar\n'],
		[shellCard, 'docker push one:1\n'],
		[kubernetesCard, 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: one:1\n'],
	];
	for (const [card, marked] of cases) {
		const before = marked.replace(marks, '$1');
		it(JSON.stringify(marked), () => {
			const facts = extractWith(card, 'file', before);
			const use = facts.uses.find(({ value }) => value === 'one:1');
			assert.ok(use);
			const fixes = otherPlatform(use, facts, ['linux/amd64']);
			assert.ok(fixes.length <= 1 && fixes.every(({ safe }) => !safe));
			assert.equal(applyEdits(before, (fixes[0]?.edits ?? []).map(edit => ({ ...edit, file: 'file' }))), marked.replace(marks, '$2'));
		});
	}

	it('only for one that is there for most, or the only one', () => {
		const facts = extractWith(dockerfileCard, 'Dockerfile', 'FROM one:1');
		const asked = (...available: string[]): readonly (string | undefined)[] => otherPlatform(facts.uses[0]!, facts, available).map(({ edits }) => edits[0]?.newText);
		assert.deepEqual(asked('linux/s390x', 'linux/amd64'), ['--platform=linux/amd64 ']);
		assert.deepEqual(asked('linux/s390x'), ['--platform=linux/s390x ']);
		assert.deepEqual(asked('linux/s390x', 'linux/ppc64le'), []);
		assert.deepEqual(asked(), []);
	});
});
