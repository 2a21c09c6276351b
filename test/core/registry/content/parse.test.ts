import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseConfig } from '../../../../src/core/registry/content/parseConfig.ts';
import { parseManifest } from '../../../../src/core/registry/content/parseManifest.ts';
import { holds, patience, seed } from '../../fuzz/runs.ts';

const oci = 'application/vnd.oci.image.manifest.v1+json';
const docker = 'application/vnd.docker.distribution.manifest.v2+json';
const parse = (body: unknown, contentType?: string) => parseManifest(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), { contentType });
const config = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: `sha256:${'1'.repeat(64)}`, size: 2 };

describe('a manifest', () => {
	it('is what its body says, and a header that says otherwise is noted', () => {
		const found = parse({ mediaType: oci, config, layers: [] }, docker);
		assert.deepEqual([found?.mediaType, found?.format, found?.contentTypeMismatch], [oci, 'oci', { header: docker, body: oci }]);
	});
	it('is what its header says when the body is silent, and what it looks like when both are', () => {
		assert.equal(parse({ config, layers: [] }, `${docker}; charset=utf-8`)?.mediaType, docker);
		assert.deepEqual([parse({ manifests: [] }, 'application/json')?.kind, parse({ manifests: [] }, 'application/json')?.contentTypeBroken], ['index', 'application/json']);
		assert.equal(parse({ config, layers: [] })?.contentTypeBroken, '');
		assert.equal(parse({ manifests: [] }, oci)?.kind, 'index');
	});
	it('is an artifact by its configuration or its artifactType', () => {
		assert.equal(parse({ mediaType: oci, config, layers: [] })?.kind, 'image');
		assert.equal(parse({ mediaType: oci, config: { ...config, mediaType: 'application/vnd.cncf.helm.config.v1+json' }, layers: [] })?.kind, 'artifact');
		assert.equal(parse({ mediaType: oci, artifactType: 'application/vnd.example', config: { ...config, mediaType: 'application/vnd.oci.empty.v1+json' }, layers: [] })?.kind, 'artifact');
	});
	it('is none when it is not one', () => {
		for (const body of ['', '[]', 'null', '1', '{}', '{"errors":[]}', '{"manifests":{}}', '<html>']) { assert.equal(parse(body, oci), undefined, body); }
	});
	it(`and a configuration survive whatever a stranger puts in (seed ${seed})`, function () {
		this.timeout(patience);
		const values = fc.dictionary(fc.constantFrom('mediaType', 'manifests', 'layers', 'config', 'platform', 'annotations', 'fsLayers', 'history', 'rootfs', 'diff_ids', 'Env', 'Labels', 'os', 'architecture', 'digest', 'size', '__proto__', 'created_by', 'Entrypoint'),
			fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.array(fc.dictionary(fc.constantFrom('digest', 'size', 'platform', 'mediaType', 'annotations', 'empty_layer'), fc.jsonValue({ maxDepth: 1 })), { maxLength: 4 })));
		holds<[Record<string, unknown>, number]>([values, fc.nat(5)], 100, (value, layers) => {
			const bytes = Buffer.from(JSON.stringify(value));
			const manifest = parseManifest(bytes, { contentType: oci });
			for (const layer of manifest?.layers ?? []) { assert.equal(typeof layer.digest, 'string'); assert.ok(layer.size >= 0); }
			const found = parseConfig(bytes, 'sha256:x', layers);
			assert.ok(found && found.history.every(step => step.layer === undefined || step.layer < layers));
		});
	});
});
