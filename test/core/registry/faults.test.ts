import assert from 'node:assert/strict';
import type { Verdict } from '../../../src/core/model/index.ts';
import type { Fault } from '../../support/fakeRegistry.ts';
import { bench, ref } from './testRegistry.ts';

const describeVerdict = (verdict: Verdict): string => {
	switch (verdict.verdict) {
		case 'broken-answer': return `broken-answer ${verdict.detail}`;
		case 'unreachable': return `unreachable ${verdict.cause}`;
		default: return verdict.verdict;
	}
};

describe('when something goes wrong', () => {
	const { fake, client } = bench();

	const table: readonly (readonly [string, Fault, string])[] = [
		['a reset', { type: 'reset' }, 'unreachable reset'],
		['silence', { type: 'hang' }, 'unreachable timeout'],
		['an answer that stops in the middle', { type: 'truncate' }, 'broken-answer truncated'],
		['one byte at a time', { type: 'drip', everyMs: 20 }, 'unreachable timeout'],
		['a body without end', { type: 'endless' }, 'broken-answer too-large'],
		['a gzip bomb', { type: 'gzip-bomb' }, 'broken-answer too-large'],
		['garbage', { type: 'garbage' }, 'broken-answer garbage'],
		['a redirect loop', { type: 'redirect-loop' }, 'broken-answer redirect-loop'],
		['JSON that is no manifest', { type: 'answer', status: 200, headers: { 'content-type': 'application/json' }, body: '{"hello":"world"}' }, 'broken-answer garbage'],
		['a body longer than announced', { type: 'answer', status: 200, headers: { 'content-type': 'application/vnd.oci.image.manifest.v1+json', 'content-length': '5' }, body: '{"schemaVersion":2,"layers":[]}' }, 'broken-answer garbage'],
		['another manifest than the digest says', { type: 'answer', status: 200, headers: { 'content-type': 'application/vnd.oci.image.manifest.v1+json', 'docker-content-digest': `sha256:${'a'.repeat(64)}` }, body: '{"schemaVersion":2,"config":{"digest":"sha256:1"},"layers":[]}' }, 'broken-answer digest-mismatch'],
		['a broken gateway', { type: 'answer', status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Bad Gateway</html>' }, 'unavailable'],
		['an answer that leads nowhere', { type: 'answer', status: 302 }, 'broken-answer garbage'],
		['a teapot', { type: 'answer', status: 418 }, 'unavailable'],
	];
	for (const [name, fault, expected] of table) {
		it(`${name} gives "${expected}" within the time limit`, async () => {
			const registry = await fake();
			registry.fault({ path: /manifests/ }, fault);
			const started = performance.now();
			const verdict = await client({ timeoutMs: 700 }).check(ref(`${registry.host}/demo/app:1.0`));
			assert.equal(describeVerdict(verdict), expected);
			assert.ok(performance.now() - started < 4000);
		});
	}

	it('does not take memory for what it refuses', async () => {
		const registry = await fake();
		registry.fault({ path: /manifests/ }, { type: 'endless' });
		const port = client();
		const before = process.memoryUsage().rss;
		for (let index = 0; index < 10; index++) { await port.check(ref(`${registry.host}/demo/app:${index}`)); }
		assert.ok(process.memoryUsage().rss - before < 150 * 1024 * 1024);
	});

	it('says that a name is unknown, a port is closed', async () => {
		const port = client({ timeoutMs: 3000 });
		assert.equal(describeVerdict(await port.check(ref('registry.does-not-exist.invalid/app:1'))), 'unreachable dns');
		assert.equal(describeVerdict(await port.check(ref('127.0.0.1:1/app:1'))), 'unreachable refused');
	});

	it('leaves a dead host alone for a while, then asks again', async () => {
		let now = Date.now();
		const registry = await fake();
		const { host, port } = registry;
		await registry.close();
		const asker = client({ clock: () => now });
		const first = await asker.check(ref(`${host}/demo/app:1.0`));
		assert.equal(describeVerdict(first), 'unreachable refused');
		assert.ok(first.verdict === 'unreachable' && Date.parse(first.nextTry ?? '') > now);
		const spent = asker.statistics.requests;
		await asker.check(ref(`${host}/demo/app:1.1`));
		assert.equal(asker.statistics.requests, spent);
		await fake({ port });
		now += 16_000;
		assert.equal((await asker.check(ref(`${host}/demo/app:1.0`))).verdict, 'exists');
	});

	it('takes one question that hangs for one question, not for the host', async () => {
		const registry = await fake();
		registry.fault({ path: /manifests\/1\.0/ }, { type: 'hang' });
		const port = client({ timeoutMs: 500 });
		const verdicts = await Promise.all(['1.0', '1.1', '1.2', 'latest'].map(tag => port.check(ref(`${registry.host}/demo/app:${tag}`))));
		assert.deepEqual(verdicts.map(one => one.verdict), ['unreachable', 'exists', 'exists', 'exists']);
	});

	it('stops asking a host that limits, for as long as it says, and asks nobody else less', async () => {
		let now = Date.parse('2026-11-22T10:00:00Z');
		const limited = await fake();
		const other = await fake();
		limited.fault({}, { type: 'answer', status: 429, headers: { 'retry-after': '120', 'content-type': 'application/json' }, body: '{"errors":[{"code":"TOOMANYREQUESTS","message":"too many requests"}]}' });
		const port = client({ clock: () => now });
		const first = await port.check(ref(`${limited.host}/demo/app:1.0`));
		assert.equal(first.verdict === 'rate-limited' && first.until, '2026-11-22T10:02:00.000Z');
		const second = await port.check(ref(`${limited.host}/demo/app:1.1`));
		assert.equal(second.verdict === 'rate-limited' && second.until, '2026-11-22T10:02:00.000Z');
		assert.equal(limited.requests.length, 1);
		assert.equal((await port.check(ref(`${other.host}/demo/app:1.0`))).verdict, 'exists');
		limited.reset();
		now += 121_000;
		assert.equal((await port.check(ref(`${limited.host}/demo/app:1.0`))).verdict, 'exists');
	});

	it('reads a date to wait for against the registry\'s own clock', async () => {
		const registry = await fake();
		registry.fault({}, { type: 'answer', status: 429, headers: { 'retry-after': 'Sun, 06 Nov 1994 08:50:37 GMT', 'date': 'Sun, 06 Nov 1994 08:49:37 GMT' } });
		const verdict = await client({ clock: () => Date.parse('2026-11-22T10:00:00Z') }).check(ref(`${registry.host}/demo/app:1.0`));
		assert.equal(verdict.verdict === 'rate-limited' && verdict.until, '2026-11-22T10:01:00.000Z');
	});
});
