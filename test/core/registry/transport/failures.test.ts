import assert from 'node:assert/strict';
import { retryAfter } from '../../../../src/core/registry/politeness/retryAfter.ts';
import { inAddressRange } from '../../../../src/core/registry/transport/addressRange.ts';
import { networkFailure } from '../../../../src/core/registry/transport/networkFailure.ts';
import { absenceOf } from '../../../../src/core/registry/verdicts/absence.ts';
import { attestedDigest } from '../../../../src/core/registry/tree/attestations.ts';
import { matchesPlatform, platformName } from '../../../../src/core/registry/tree/matchesPlatform.ts';
import { hasDigest, isDigest } from '../../../../src/core/registry/verdicts/verifyDigest.ts';

const coded = (code: string, message = 'words', more: object = {}): Error => Object.assign(new Error(message), { code, ...more });

describe('an error of the network', () => {
	const table: readonly (readonly [Error, boolean, string])[] = [
		[coded('ENOTFOUND'), false, 'unreachable dns'], [coded('ENOTFOUND'), true, 'unreachable proxy'], [coded('ECONNRESET'), true, 'unreachable proxy'], [coded('ECONNRESET', 'Client network socket disconnected before secure TLS connection was established'), true, 'unreachable reset'],
		[coded('CERT_HAS_EXPIRED'), true, 'unreachable tls-expired'], [coded('UND_ERR_CONNECT_TIMEOUT'), true, 'unreachable timeout'], [coded('ERR_SSL_WRONG_VERSION_NUMBER'), true, 'unreachable http-not-https'],
		[coded('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'), false, 'unreachable tls-other'], [coded('CERT_REVOKED'), false, 'unreachable tls-other'], [coded('CRL_HAS_EXPIRED'), false, 'unreachable tls-other'],
		[coded('HPE_INVALID_CONSTANT'), false, 'not-http'], [coded('UND_ERR_RES_CONTENT_LENGTH_MISMATCH'), false, 'broken truncated'], [coded('UND_ERR_HEADERS_OVERFLOW'), false, 'broken garbage'],
		[coded('EWHATEVER'), false, 'unreachable network'], [new Error('nothing known'), false, 'unreachable network'],
		[new Error('fetch failed', { cause: coded('ECONNREFUSED') }), false, 'unreachable refused'],
		[new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')], 'both'), false, 'unreachable refused'],
	];
	for (const [error, proxied, wanted] of table) {
		it(`${(error as { code?: string }).code ?? error.message}${proxied ? ' behind a proxy' : ''} is ${wanted}`, () => {
			const failure = networkFailure(error, proxied);
			assert.equal([failure.kind, 'cause' in failure ? failure.cause : 'detail' in failure ? failure.detail : ''].join(' ').trim(), wanted);
		});
	}
	it('has words, or at least its code', () => {
		const said = (error: unknown): string => { const failure = networkFailure(error, false); return 'message' in failure ? failure.message : ''; };
		assert.deepEqual([said(coded('EPIPE', '')), said(coded('EPIPE', 'broken pipe')), said('no error')], ['EPIPE', 'broken pipe', '']);
	});
});

describe('when to ask again', () => {
	const now = Date.parse('2026-11-22T10:00:00Z');
	const wait = (headers: Record<string, string>): number | undefined => { const at = retryAfter({ headers }, now); return at === undefined ? undefined : (at - now) / 1000; };
	const table: readonly (readonly [Record<string, string>, number | undefined])[] = [
		[{}, undefined], [{ 'retry-after': '' }, undefined], [{ 'retry-after': '90' }, 90], [{ 'retry-after': 'soon' }, undefined], [{ 'retry-after': '-5' }, 0], [{ 'retry-after': '999999999' }, 21_600],
		[{ 'retry-after': 'Sun, 22 Nov 2026 10:02:00 GMT' }, 120], [{ 'retry-after': 'Sun, 22 Nov 2026 09:00:00 GMT' }, 0],
		[{ 'retry-after': 'Sun, 22 Nov 2026 12:02:00 GMT', date: 'Sun, 22 Nov 2026 12:00:00 GMT' }, 120],
		[{ 'ratelimit-reset': '30' }, 30], [{ 'x-ratelimit-reset': String(now / 1000 + 45) }, 45], [{ 'x-retry-after': '12' }, 12], [{ 'ratelimit-reset': 'never' }, undefined],
	];
	for (const [headers, seconds] of table) {
		// Node reads "-5" as a year: a date long ago.
		it(`${JSON.stringify(headers)}: ${String(seconds)}`, () => { assert.equal(wait(headers), seconds); });
	}
});

describe('small rules', () => {
	it('an address is in a range of its own version only', () => {
		for (const [range, host, inside] of [['10.0.0.0/8', '10.9.8.7', true], ['10.0.0.0/8', '11.0.0.1', false], ['fd00::/8', 'fd12::1', true], ['fd00::/8', '10.0.0.1', false], ['10.0.0.0/33', '10.0.0.1', false], ['::/129', '::1', false], ['10.0.0.0', '10.0.0.0', false], ['10.0.0.0/8', 'name.example', false], ['x/8', '10.0.0.1', false]] as const) {
			assert.equal(inAddressRange(range, host), inside, `${host} in ${range}`);
		}
	});
	it('a 404 says what is absent, or not', () => {
		const of = (code: string | undefined, message: string | undefined, more: { html?: boolean; standard?: boolean; trusted?: boolean } = {}): string =>
			absenceOf({ html: more.html ?? false, standard: more.standard ?? true, detail: '', ...(code === undefined ? {} : { code }), ...(message === undefined ? {} : { message }) }, more.trusted ?? false);
		assert.deepEqual([
			of('MANIFEST_UNKNOWN', 'x'), of('MANIFEST_UNKNOWN', 'x', { trusted: true }), of('NAME_UNKNOWN', 'x'), of('TAG_EXPIRED', 'x'), of('NOT_FOUND', 'artifact a not found'), of('NOT_FOUND', 'project p not found'),
			of('NOT_FOUND', 'the tag is not here'), of('NOT_FOUND', 'nothing'), of(undefined, 'x', { standard: false }), of(undefined, 'x'), of('X', 'OCI index found, but accept header does not'), of('X', undefined, { html: true }), of('OTHER', undefined),
		], ['unclear', 'tag', 'repository', 'expired-tag', 'tag', 'repository', 'tag', 'unclear', 'not-a-registry?', 'unclear', 'hidden', 'not-a-registry?', 'unclear']);
	});
	it('a platform is meant by each of its names', () => {
		const arm = { os: 'linux', architecture: 'arm64' };
		for (const [wanted, platform, meant] of [['linux/arm64', arm, true], ['linux/aarch64/v8', arm, true], ['Linux/ARM64', { ...arm, variant: 'v8' }, true], ['linux/arm64/v9', arm, false], ['linux/arm/v7', { os: 'linux', architecture: 'arm', variant: 'v6' }, false], ['linux/x86_64', { os: 'linux', architecture: 'amd64' }, true], ['windows/amd64', { os: 'linux', architecture: 'amd64' }, false], ['linux', arm, false]] as const) {
			assert.equal(matchesPlatform(wanted, platform), meant, `${wanted} ${platformName(platform)}`);
		}
		assert.deepEqual([platformName(arm), platformName({ ...arm, variant: 'v8' })], ['linux/arm64', 'linux/arm64/v8']);
	});
	it('an attestation is known by what it says or by a platform that is none', () => {
		const base = { mediaType: '', digest: 'd', size: 1 };
		const unknown = { os: 'unknown', architecture: 'unknown' };
		const subject = { 'vnd.docker.reference.digest': 'sha256:x' };
		assert.equal(attestedDigest({ ...base, annotations: { ...subject, 'vnd.docker.reference.type': 'attestation-manifest' } }), 'sha256:x');
		assert.equal(attestedDigest({ ...base, artifactType: 'application/vnd.docker.attestation.manifest.v1+json' }), '');
		assert.equal(attestedDigest({ ...base, platform: unknown, annotations: subject }), 'sha256:x');
		assert.equal(attestedDigest({ ...base, platform: unknown }), undefined);
		assert.equal(attestedDigest({ ...base, platform: { os: 'unknown', architecture: 'amd64' }, annotations: subject }), undefined);
		assert.equal(attestedDigest(base), undefined);
	});
	it('a digest is checked by its own algorithm', () => {
		const bytes = Buffer.from('x');
		assert.equal(hasDigest(bytes, 'sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'), true);
		assert.equal(hasDigest(bytes, `sha512:${'0'.repeat(128)}`), false);
		assert.equal(hasDigest(bytes, 'md5:9dd4e461268c8034f5c8564e155c67a6'), undefined);
		assert.deepEqual([isDigest(`sha384:${'a'.repeat(96)}`), isDigest(`sha256:${'A'.repeat(64)}`), isDigest(undefined)], [true, false, false]);
	});
});
