import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createStore, type Store } from '../../support/fakeRegistry/store.ts';
import { startFakeRegistry } from '../../support/fakeRegistry.ts';
import { pushStore } from '../../support/pushStore.ts';
import { startRealRegistry, type RealRegistry } from '../../support/realRegistry.ts';
import { fillSampleImages } from '../../support/sampleImages.ts';
import { bench, files, loggedIn, ref } from './testRegistry.ts';

const pushed = ['demo/app', 'demo/oci', 'demo/multi', 'demo/attested', 'demo/zstd', 'demo/chart'];

describe('a real registry', function () {
	this.timeout(60_000);
	const { client } = bench();
	let open: RealRegistry;
	let closed: RealRegistry;
	let secure: RealRegistry;
	const store: Store = createStore();

	before(async () => {
		fillSampleImages({ ...store, makePrivate: () => undefined });
		[open, closed, secure] = await Promise.all([startRealRegistry(), startRealRegistry({ login: true }), startRealRegistry({ tls: true })]);
		await pushStore(store, open, pushed);
		await pushStore(store, closed, ['demo/app']);
		await pushStore(store, secure, ['demo/app']);
	});
	after(() => Promise.all([open, closed, secure].map(registry => registry?.stop())));

	it('that is open gives the same verdicts as the fake', async () => {
		const fake = await startFakeRegistry();
		fillSampleImages(fake);
		const port = client();
		for (const name of ['demo/app:1.0', 'demo/app:9', 'demo/none:1', `demo/app@sha256:${'0'.repeat(64)}`, 'demo/multi:1.0', 'demo/attested:2.0', 'demo/chart:0.1.0', 'demo/zstd', 'demo/oci@' + String(store.repository('demo/oci').tags.get('1.0'))]) {
			const [real, played] = await Promise.all([port.check(ref(`${open.host}/${name}`)), port.check(ref(`${fake.host}/${name}`))]);
			assert.equal(real.verdict, played.verdict, name);
			if (real.verdict === 'exists' && played.verdict === 'exists') { assert.deepEqual([real.digest, real.mediaType, real.size], [played.digest, played.mediaType, played.size], name); }
		}
		await fake.close();
	});

	it('spends one request on an image and its manifest, and lists tags', async () => {
		const port = client();
		const name = ref(`${open.host}/demo/app:1.0`);
		await Promise.all([port.check(name), port.manifest(name)]);
		assert.equal(port.statistics.requests, 1);
		const tags = await port.tags(name);
		assert.deepEqual(tags.known && [...tags.value.tags].sort(), ['1.0', '1.1', '1.2', '1.2.0', 'latest', 'v2.0.0', 'v2.0.1']);
	});

	it('shows the tree down to the files of a layer', async () => {
		const port = client();
		const name = ref(`${open.host}/demo/attested:2.0`);
		const tree = await port.inspect(name, { platforms: 'all', referrers: true });
		const image = 'known' in tree && tree.known ? tree.value.platforms[0] : undefined;
		assert.equal(image?.attestations.length, 1);
		const layer = image?.manifest?.layers[0];
		const listing = layer && await port.layerFiles?.(name, layer, {});
		assert.ok(listing?.known && listing.value.entries.some(entry => entry.path === 'bin/sh'));
	});

	it('behind htpasswd wants a login, takes the right one and rejects a wrong one', async () => {
		const name = ref(`${closed.host}/demo/app:1.0`);
		assert.equal((await client().check(name)).verdict, 'login-needed');
		assert.equal((await client(loggedIn(closed.host, 'tester', 'secret')).check(name)).verdict, 'exists');
		assert.equal((await client(loggedIn(closed.host, 'tester', 'wrong')).check(name)).verdict, 'login-rejected');
		assert.equal((await client(loggedIn(closed.host, 'tester', 'secret')).check(ref(`${closed.host}/demo/app:9`))).verdict, 'tag-missing');
		assert.equal((await client(loggedIn(closed.host, 'tester', 'secret')).check(ref(`${closed.host}/demo/none:9`))).verdict, 'repository-missing');
	});

	it('with a certificate of an own authority is trusted by certs.d, SSL_CERT_FILE or a setting, and else not', async () => {
		const name = ref(`${secure.host}/demo/app:1.0`);
		const authority = readFileSync(secure.authority ?? '', 'utf8');
		const untrusted = await client().check(name);
		assert.equal(untrusted.verdict === 'unreachable' && untrusted.cause, 'tls-untrusted');
		assert.ok(untrusted.verdict === 'unreachable' && untrusted.issuer !== undefined);
		for (const options of [
			{ extraCAs: [authority] },
			{ files: files({ [`/etc/docker/certs.d/${secure.host}/ca.crt`]: authority }) },
			{ files: files({ [`/nobody/.config/containers/certs.d/${secure.host}/ca.crt`]: authority }) },
			{ files: files({ '/ca.pem': authority }), environment: { SSL_CERT_FILE: '/ca.pem' } },
			{ insecureHosts: [secure.host] },
		]) { assert.equal((await client(options).check(name)).verdict, 'exists'); }
	});

	it('with a certificate for another name says so', async () => {
		const port = client({ extraCAs: [readFileSync(secure.authority ?? '', 'utf8')] });
		const verdict = await port.check(ref(`127.0.0.2:${secure.port}/demo/app:1.0`));
		assert.ok(verdict.verdict === 'unreachable' && ['tls-name', 'refused'].includes(verdict.cause), JSON.stringify(verdict));
	});
});
