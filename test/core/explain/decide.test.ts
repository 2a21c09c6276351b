import assert from 'node:assert/strict';
import { decide } from '../../../src/core/explain/decide.ts';
import { explain } from '../../../src/core/explain/explain.ts';
import { possibleCauses } from '../../../src/core/explain/possibleCauses.ts';
import { diagnoses } from '../../../src/core/diagnoses/index.ts';
import { parseReference } from '../../../src/core/reference/parseReference.ts';
import { formatMessage } from '../../../src/core/util/formatMessage.ts';
import type { Verdict } from '../../../src/core/model/index.ts';

type Answer = Verdict extends infer One ? One extends Verdict ? Omit<One, 'evidence'> : never : never;
const evidence = { host: 'quay.io', at: '2026-01-01T00:00:00Z', cached: false };
const exists = (mediaType: string): Answer => ({ verdict: 'exists', digest: 'sha256:00', mediaType } as Answer);
const privateOrMissing = 'Error: reading manifest 1 in quay.io/acme/app: unauthorized: access to the requested resource is not authorized';
const oldClient = 'Trying to pull repository quay.io/acme/app ... repository does not exist';
const signature = 'Failed to pull image "quay.io/acme/app:1": rpc error: code = Unknown desc = missing signature key';

describe('explain: the registry decides', () => {
	for (const [output, answer, code] of [
		[privateOrMissing, { verdict: 'tag-missing' }, 'tag-not-found'],
		[privateOrMissing, { verdict: 'repository-missing' }, 'repository-not-found'],
		[privateOrMissing, { verdict: 'login-needed' }, 'image-private-no-credentials'],
		[privateOrMissing, { verdict: 'login-rejected', source: 'config.json' }, 'credentials-rejected'],
		[privateOrMissing, { verdict: 'login-rejected', source: 'config.json', expired: true }, 'credentials-expired'],
		[privateOrMissing, { verdict: 'tag-missing', expired: true }, 'tag-expired'],
		[privateOrMissing, { verdict: 'digest-missing' }, 'digest-not-found'],
		[privateOrMissing, { verdict: 'broken-answer', detail: 'html' }, undefined],
		[privateOrMissing, exists('application/vnd.oci.image.manifest.v1+json'), 'repository-missing-or-private'],
		[oldClient, exists('application/vnd.oci.image.index.v1+json'), 'oci-unsupported-by-target'],
		[oldClient, exists('application/vnd.docker.distribution.manifest.v2+json'), 'repository-missing-or-private'],
		[oldClient, { verdict: 'repository-missing' }, 'repository-not-found'],
		[privateOrMissing, { verdict: 'not-allowed' }, 'credentials-insufficient-scope'],
		[privateOrMissing, { verdict: 'missing-or-private' }, undefined],
		[privateOrMissing, { verdict: 'unreachable', cause: 'dns' }, undefined],
		[signature, exists('application/vnd.oci.image.manifest.v1+json'), 'oci-unsupported-by-target'],
		[signature, exists('application/vnd.oci.image.index.v1+json'), 'oci-unsupported-by-target'],
		[signature, exists('application/vnd.docker.distribution.manifest.v1+prettyjws'), 'schema1-manifest'],
		[signature, exists('application/vnd.docker.distribution.manifest.v2+json'), 'manifest-content-type-broken'],
		[signature, { verdict: 'broken-answer', detail: 'content-type' }, 'manifest-content-type-broken'],
		['toomanyrequests: slow down quay.io/acme/app:1', { verdict: 'tag-missing' }, undefined],
	] as readonly (readonly [string, Answer, string | undefined])[]) {
		it(`${output.slice(0, 40)}… and ${JSON.stringify(answer)}: ${code ?? 'nothing new'}`, () => {
			const [match] = explain(output).matches;
			const reference = parseReference('quay.io/acme/app:1');
			assert.ok(match && reference.ok);
			assert.equal(decide(match, reference.reference, { ...answer, evidence } as Verdict)?.code, code);
		});
	}

	it('says which tag is missing', () => {
		const [match] = explain(privateOrMissing).matches;
		const reference = parseReference('quay.io/acme/app:1');
		assert.ok(match && reference.ok);
		const decision = decide(match, reference.reference, { verdict: 'tag-missing', evidence });
		assert.equal(decision && formatMessage(decision.message), 'Tag "1" does not exist in quay.io/acme/app.');
	});

	it('lists what bare texts can mean, the likeliest first', () => {
		for (const [output, codes] of [
			['repository does not exist', ['repository-not-found', 'oci-unsupported-by-target', 'image-private-no-credentials']],
			['unknown: Unauthorized', ['repository-not-found', 'image-private-no-credentials', 'credentials-insufficient-scope']],
			['unknown: blob unknown to registry', ['push-attestation-subject-rejected', 'layer-missing']],
		] as const) {
			const [match] = explain(output).matches;
			assert.ok(match, output);
			assert.deepEqual(possibleCauses(match).map(({ code }) => code), codes, output);
		}
	});

	it('knows every code that it names', () => {
		const codes = new Set(diagnoses.map(({ code }) => code));
		for (const { code } of diagnoses.flatMap(one => possibleCauses({ code: one.code, text: '' }))) { assert.ok(codes.has(code), code); }
	});
});
