import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseChallenges, chooseScheme } from '../../../src/core/registry/auth/challenge.ts';
import { parseConfig } from '../../../src/core/registry/content/parseConfig.ts';
import { parseManifest } from '../../../src/core/registry/content/parseManifest.ts';
import { readAuthFile } from '../../../src/core/registry/credentials/readAuthFile.ts';
import { createTarReader } from '../../../src/core/registry/layers/createTarReader.ts';
import { daemonJson } from '../../../src/core/registry/mirrors/daemonJson.ts';
import { readToml } from '../../../src/core/registry/mirrors/readToml.ts';
import { registriesConf, ruleFor } from '../../../src/core/registry/mirrors/registriesConf.ts';
import { tarOf } from '../../support/images/tarOf.ts';
import { mutate, mutations } from './mutate.ts';
import { holds, patience, seed } from './runs.ts';

type Changes = Parameters<typeof mutate>[1];

const digest = `sha256:${'0'.repeat(64)}`;
const manifests = [
	{ schemaVersion: 2, mediaType: 'application/vnd.oci.image.manifest.v1+json', config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest, size: 2 }, layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest, size: 3, urls: ['https://x'] }], annotations: { a: 'b' }, subject: { digest } },
	{ schemaVersion: 2, manifests: [{ digest, size: 1, platform: { os: 'linux', architecture: 'arm', variant: 'v7' }, annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } }] },
	{ schemaVersion: 1, name: 'a', fsLayers: [{ blobSum: digest }], history: [{ v1Compatibility: '{"id":"1"}' }] },
].map(value => JSON.stringify(value));
const config = JSON.stringify({ os: 'linux', architecture: 'amd64', created: '2026-01-01T00:00:00Z', config: { Env: ['A=b'], Cmd: ['x'], Labels: { a: 'b' }, ExposedPorts: { '80/tcp': {} } }, rootfs: { type: 'layers', diff_ids: [digest] }, history: [{ created_by: 'RUN x' }, { empty_layer: true }] });
const conf = 'unqualified-search-registries = ["docker.io"]\n[[registry]]\nprefix = "*.acme.dev"\nlocation = \'in.acme.dev:5000/a\'\ninsecure = true\n[[registry.mirror]]\nlocation = "m.dev"\npull-from-mirror = "tag-only"\n[aliases]\n"a.b" = { x = 1, y = [1, "2"] }\n';
const auth = JSON.stringify({ auths: { 'quay.io': { auth: 'dTpw' }, 'https://index.docker.io/v1/': { identitytoken: 't' }, 'a/b': {} }, credHelpers: { 'ghcr.io': 'x' }, credsStore: 'y' });
const challenges = ['Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a/b:pull"', 'Basic realm="a \\"b\\"", Bearer realm=x', 'Negotiate, Basic realm=""', 'Bearer realm="//x", error="invalid_token"'];

/** Values of JSON that no program writes on purpose. */
const odd = fc.json({ maxDepth: 4 });

describe(`Answers and settings of others are data, whatever they hold (seed ${seed})`, function () {
	this.timeout(patience);
	const changed = (...texts: readonly string[]): fc.Arbitrary<string> => fc.oneof(fc.tuple(fc.constantFrom(...texts), mutations).map(([text, changes]) => mutate(text, changes)), odd, fc.string());

	it('manifests and indexes', () => {
		holds<[string, string]>([changed(...manifests), fc.constantFrom('', 'text/html', 'application/vnd.oci.image.index.v1+json; a=b')], 1000, (text, contentType) => {
			const manifest = parseManifest(Buffer.from(text), { contentType });
			if (!manifest) { return; }
			for (const { digest: own, size, platform } of [...manifest.manifests, ...manifest.layers, ...manifest.config ? [manifest.config] : []]) {
				assert.equal(typeof own, 'string');
				assert.ok(Number.isSafeInteger(size) && size >= 0, String(size));
				assert.ok(!platform || (typeof platform.os === 'string' && typeof platform.architecture === 'string'));
			}
			assert.match(manifest.digest, /^sha256:[0-9a-f]{64}$/);
		});
	});

	it('a manifest with any values in its fields', () => {
		holds<[Record<string, unknown>]>([fc.record({ schemaVersion: fc.constantFrom(1, 2), mediaType: fc.jsonValue(), config: fc.jsonValue(), layers: fc.jsonValue(), manifests: fc.jsonValue(), fsLayers: fc.jsonValue(), history: fc.jsonValue(), annotations: fc.jsonValue(), subject: fc.jsonValue() }, { requiredKeys: [] })], 1000, fields => {
			parseManifest(Buffer.from(JSON.stringify(fields)));
			parseConfig(Buffer.from(JSON.stringify({ ...fields, os: fields['config'], rootfs: fields['layers'], config: fields })), digest, 2);
		});
	});

	it('configurations, their steps aligned with no more layers than there are', () => {
		holds<[string, number]>([changed(config), fc.nat(5)], 1000, (text, layers) => {
			const read = parseConfig(Buffer.from(text), digest, layers);
			for (const { layer } of read?.history ?? []) { assert.ok(layer === undefined || (layer >= 0 && layer < layers), `${layer} of ${layers}`); }
		});
	});

	it('challenges', () => {
		holds<[string[]]>([fc.array(changed(...challenges), { maxLength: 3 })], 1500, values => {
			const scheme = chooseScheme(parseChallenges(values), new URL('https://registry.acme.dev/v2/'));
			if (scheme?.type === 'bearer') { assert.match(scheme.realm.protocol, /^https?:$/); }
		});
	});

	it('registries.conf and daemon.json', () => {
		holds<[string]>([changed(conf, '{"registry-mirrors":["https://m.dev"],"insecure-registries":["a:5000","10.0.0.0/8"]}')], 1500, text => {
			ruleFor(registriesConf(readToml({ path: 'x', text }, () => undefined)), 'in.acme.dev/a/b');
			const { mirrors, insecure } = daemonJson({ path: 'x', text }, () => undefined);
			for (const host of [...mirrors, ...insecure]) { assert.equal(typeof host, 'string'); }
		});
	});

	it('login files', () => {
		holds<[string]>([changed(auth)], 1500, text => {
			const { auths, helpers, problem } = readAuthFile(text, '~/x');
			for (const login of auths.values()) { assert.ok(Object.values(login).every(value => typeof value === 'string')); }
			for (const helper of helpers.values()) { assert.equal(typeof helper, 'string'); }
			assert.ok(problem === undefined || !problem.includes('dTpw'), problem);
		});
	});

	it('layers: archives cut, joined and garbled', () => {
		const archive = tarOf([{ name: 'usr/bin/x', text: 'x'.repeat(700) }, { name: 'etc/' }, { name: 'l', link: 'etc' }]);
		holds<[Changes, number]>([mutations, fc.integer({ min: 1, max: 2000 })], 300, (changes, chunk) => {
			const bytes = Buffer.from(mutate(Buffer.from(archive).toString('latin1'), changes), 'latin1');
			const reader = createTarReader({ entries: 50, bytes: 1_000_000 });
			for (let at = 0; at < bytes.length && reader.push(bytes.subarray(at, at + chunk)); at += chunk) { /* the next piece */ }
			assert.ok((reader.finish(false)?.entries.length ?? 0) <= 50);
		});
	});

	it('and none of it changes what all objects have', () => {
		const nasty = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
		parseManifest(Buffer.from(nasty));
		parseConfig(Buffer.from(`{"config":${nasty},"os":"linux","architecture":"amd64"}`), digest, 0);
		readAuthFile(`{"auths":${nasty},"credHelpers":${nasty}}`, 'x');
		registriesConf(readToml({ path: 'x', text: '[__proto__]\npolluted = 1\n[constructor.prototype]\npolluted = 1\n[["r"."__proto__"]]\npolluted = 1\n' }, assert.fail));
		parseChallenges(['Bearer __proto__="1",constructor="2"']);
		assert.equal(({} as { readonly polluted?: number }).polluted, undefined);
	});
});
