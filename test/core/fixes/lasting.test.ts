import assert from 'node:assert/strict';
import { applyEdits, checkDiagnosis } from '../../support/checkDiagnosis.ts';
import { fixCases } from '../../support/fixCases.ts';

const now = `digest=sha256:${'ab'.repeat(32)}`;
const alpine = `docker.io/library/alpine: latest[${now}] edge 20250108 3.19.4 3.20[${now}] 3.20.3[${now}] 3.20.3-x86[${now}]\ndocker.io/acme/new: latest 9 8 7 6 5 4 3 2 1`;

fixCases('A name without tag gets the version that is the very same image', { code: 'tag-implicit-latest', registry: alpine, settings: 'profile: strict' }, [
	['FROM', 'Dockerfile', 'FROM alpine⟦→:3.20.3⟧ AS a\n'],
	['Compose', 'compose.yaml', 'services:\n  a: { image: "alpine⟦→:3.20.3⟧" }\n'],
	['a tag', 'Dockerfile', 'FROM alpine:3.20\n'],
]);

fixCases('The tag "latest" becomes the version that is the very same image', { code: 'tag-mutable-latest', registry: alpine, settings: 'profile: strict' }, [
	['FROM', 'Dockerfile', 'FROM alpine:⟦latest→3.20.3⟧ AS a\n'],
	['an argument', 'Dockerfile', 'ARG TAG=⟦latest→3.20.3⟧\nFROM alpine:${TAG}\n'],
]);

describe('Names that can change, further', () => {
	it('offers the digest too, and keeps the tag', async () => {
		const text = 'FROM alpine:latest\n';
		const { findings } = await checkDiagnosis({ Dockerfile: text }, { registry: alpine, settings: 'profile: strict' });
		assert.equal(applyEdits(text, findings[0]!.fixes[1]!.edits), `FROM alpine:latest@sha256:${'ab'.repeat(32)}\n`);
	});

	it('asks for six versions at most, and offers none that is another image', async () => {
		const { findings } = await checkDiagnosis({ Dockerfile: 'FROM acme/new:latest\n' }, { registry: alpine, settings: 'profile: strict' });
		assert.deepEqual(findings.flatMap(({ fixes }) => fixes.map(({ title }) => title.text)), ['Pin to digest {short}']);
	});
});
