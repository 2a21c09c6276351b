import assert from 'node:assert/strict';
import type { ImageTree, Target } from '../../src/core/model/index.ts';
import { inspectModel, namedReference, type InspectModelOptions } from '../../src/vscode/inspectModel.ts';
import { amd64 } from './sampleView.ts';
import { digest, sampleImage } from './sampleImage.ts';

const options: InspectModelOptions = { machine: { os: 'linux', architecture: 'arm64' }, targets: [], webPage: false };
const target: Target = {
	id: 'openshift-3.11', title: 'OpenShift 3.11', oci: true, indexes: true, attestations: true, subject: true, zstd: true, schema1: true,
	shortNamesRefused: false, hosts: [], source: '',
};

describe('an inspected image as the webview draws it', () => {
	it('names are cut before their last part, whatever host, port and digest', () => {
		for (const [canonical, prefix, name] of [
			['docker.io/library/golang:1.25', 'docker.io/library/', 'golang:1.25'],
			['localhost:5000/app@sha256:ab', 'localhost:5000/', 'app@sha256:ab'],
			['quay.io/a/b/c:1@sha256:a/b', 'quay.io/a/b/', 'c:1@sha256:a/b'],
		] as const) { assert.deepEqual(namedReference(canonical), { canonical, prefix, name }); }
	});

	it('this machine is one platform; arm64 without a variant is v8', () => {
		assert.deepEqual(inspectModel(sampleImage(), options).platforms.filter(({ thisMachine }) => thisMachine).map(({ name }) => name), ['linux/arm64/v8']);
	});

	it('a platform named twice by an index has two ids', () => {
		const tree = sampleImage();
		const [first] = tree.platforms;
		assert.ok(first);
		assert.deepEqual(inspectModel({ ...tree, platforms: [first, first] }, options).platforms.map(({ id }) => id), [amd64, `${amd64}#1`]);
	});

	it('an unread platform has no image, and none is made up', () => {
		const tree = sampleImage();
		const [first] = tree.platforms;
		assert.ok(first);
		const view = inspectModel({ ...tree, platforms: [{ descriptor: first.descriptor, attestations: [] }] }, { ...options, reading: new Set([amd64]) });
		assert.deepEqual([view.platforms[0]?.image, view.platforms[0]?.reading, view.created], [undefined, true, undefined]);
	});

	it('layers without history are still steps, in their order', () => {
		const tree = sampleImage();
		const [first] = tree.platforms;
		assert.ok(first?.config);
		const config = { ...first.config, history: [{ createdBy: 'only this', layer: 1 }] };
		const steps = inspectModel({ ...tree, platforms: [{ ...first, config }] }, options).platforms[0]?.image?.steps;
		assert.deepEqual(steps?.map(({ createdBy, layer }) => [createdBy, layer?.number]), [['only this', 2], ['', 1], ['', 3], ['', 4], ['', 5], ['', 6], ['', 7]]);
	});

	it('targets that cannot take the image are told with the first reason', () => {
		const reasons = (tree: ImageTree, change: Partial<Target>) => inspectModel(tree, { ...options, targets: [{ ...target, ...change }] }).warnings.map(({ reason, skopeo }) => [reason, skopeo]);
		assert.deepEqual(reasons(sampleImage(), {}), []);
		assert.deepEqual(reasons(sampleImage(), { oci: false }), [['oci', true]]);
		assert.deepEqual(reasons(sampleImage(), { indexes: false }), [['index', true]]);
		assert.deepEqual(reasons(sampleImage(), { attestations: false }), [['attestations', false]]);
		assert.deepEqual(reasons({ ...sampleImage(), root: { ...sampleImage().root, format: 'schema1' } }, { schema1: false }), [['schema1', false]]);
	});

	it('skopeo and podman get a tag or a digest, never both', () => {
		const both = `docker.io/library/golang:1.25@${digest('aa')}`;
		const commands = inspectModel({ ...sampleImage(), reference: both }, options).commands;
		assert.deepEqual(commands.map(({ tool, text }) => [tool, text.includes(':1.25')]), [['docker', true], ['podman', false], ['skopeo', false]]);
	});
});
