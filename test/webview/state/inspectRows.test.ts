import assert from 'node:assert/strict';
import type { InspectView, StepView } from '../../../src/protocol/inspectView.ts';
import { allExpandable, firstExpanded, unreadAmong } from '../../../webview-ui/state/expansion.ts';
import { flatRows, type FlatRow } from '../../../webview-ui/state/flatRows.ts';
import { inspectNodes } from '../../../webview-ui/state/inspectNodes.ts';
import type { TreeNode } from '../../../webview-ui/state/treeNode.ts';
import { createWords } from '../../../webview-ui/state/words.ts';
import { digest } from '../sampleImage.ts';
import { amd64, largeView, sampleView } from '../sampleView.ts';

const words = createWords('en', {});

describe('rows of the manifest tree', () => {
	it('are those of the specification\'s picture', () => {
		const view = sampleView();
		assert.deepEqual(flatRows(inspectNodes(view, words, false), firstExpanded(view)).map(draw), [
			'Image index (9 platforms, 7 attestations) 8.41 kB OCI index 81bf5927dc91',
			'  linux/amd64 (7 layers) 305.2 MB OCI image cf0c4b8a21e6',
			'    Configuration (bash · /go · 5 environment variables) 2.94 kB OCI config 9e07d4f7ab53',
			'    History and layers (11 steps, 7 layers) 305.2 MB',
			'      1 # debian.sh --arch \'amd64\' out/ \'trixie\' \'@1757289600\' base 49.3 MB tar + gzip 15b1d8a5ff03',
			'      2 apt-get install -y ca-certificates curl gnupg netbase sq wget base 25.6 MB tar + gzip 22718812f617',
			'      3 apt-get install -y git mercurial openssh-client subversion procps base 67.8 MB tar + gzip 401a98f7495b',
			'      4 apt-get install -y g++ gcc libc6-dev make pkg-config 102.4 MB tar + gzip a3f6f5ab7c0e',
			'      – ENV GOLANG_VERSION=1.25.1 no layer',
			'      – ENV GOTOOLCHAIN=local no layer',
			'      – ENV GOPATH=/go no layer',
			'      – ENV PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin no layer',
			'      5 COPY /target/ / 60.1 MB tar + gzip e8c7d7d9b1f2',
			'      6 mkdir -p "$GOPATH/src" "$GOPATH/bin" && chmod -R 1777 "$GOPATH" 126 B tar + gzip c4a1e5c0d0a7',
			'      7 WORKDIR /go 32 B tar + gzip 4f4fb700ef54',
			'    Attestations (provenance (SLSA), SBOM (SPDX)) 4.72 MB in-toto d1e0e3c06a2b',
			'  linux/arm/v7 (7 layers, 2 attestations) 268.4 MB OCI image b64c7d21b0a9',
			'  linux/arm64/v8 (7 layers, 2 attestations) 296.9 MB OCI image 3f1a6c55d08e',
			'  linux/386 (7 layers, 2 attestations) 303.0 MB OCI image 70e8b92a4cd1',
			'  linux/ppc64le (7 layers, 2 attestations) 309.6 MB OCI image 0ad93e417bc5',
			'  linux/riscv64 (7 layers, 2 attestations) 351.1 MB OCI image e59f20c8d634',
			'  linux/s390x (7 layers, 2 attestations) 281.7 MB OCI image 5c27fe0b9a18',
			'  windows/amd64 (10.0.26100.6584 · 11 layers) 1.92 GB Docker image 9b4de1f7c302',
			'  windows/amd64 (10.0.20348.4171 · 11 layers) 1.79 GB Docker image 2e75ac086df9',
			'Referrers (1 signature)',
		]);
	});

	it('are spoken as the specification says', () => {
		const view = sampleView();
		const spoken = flatRows(inspectNodes(view, words, false), new Set([...firstExpanded(view)])).map(({ spoken: text }) => text);
		assert.equal(spoken[0], 'Image index, 9 platforms, 7 attestations, OCI index');
		assert.equal(spoken[1], 'linux/amd64, this machine, 7 layers, 305.2 megabytes, OCI image');
		assert.equal(spoken[7], 'Layer 4 of 7, apt-get install -y g++ gcc libc6-dev make pkg-config, 102.4 megabytes, 34 percent');
		assert.equal(spoken[10], 'Step without layer, ENV GOPATH=/go');
		assert.equal(spoken[15], 'Attestations, provenance and SBOM');
	});

	it('when narrow, steps without a layer share a row', () => {
		const view = sampleView();
		const rows = flatRows(inspectNodes(view, words, true), firstExpanded(view));
		assert.deepEqual(rows.slice(3, 10).map(({ name }) => name.slice(0, 24)),
			['Layers', '# debian.sh --arch \'amd6', 'apt-get install -y ca-ce', 'apt-get install -y git m', 'apt-get install -y g++ g', '4 steps without a layer', 'COPY /target/ /']);
	});

	it('a filter keeps what is above a match, opened, and says where it stands', () => {
		const view = sampleView();
		const rows = flatRows(inspectNodes(view, words, false), new Set(), 'A3F6F5AB');
		assert.deepEqual(rows.slice(0, 4).map(({ name, level, position, siblings }) => [name.slice(0, 18), level, position, siblings]),
			[['Image index', 1, 1, 1], ['linux/amd64', 2, 1, 7], ['History and layers', 3, 1, 1], ['apt-get install -y', 4, 1, 1]]);
		assert.equal(flatRows(inspectNodes(view, words, false), new Set(), 'nothing like it').length, 0);
	});

	it('everything below a matching row can be opened', () => {
		const rows = flatRows(inspectNodes(sampleView(), words, false), new Set([amd64]), 'amd64, this');
		assert.equal(rows.length, 0, 'commas are not part of the search text');
		const found = flatRows(inspectNodes(sampleView(), words, false), new Set([amd64]), 'this machine');
		assert.deepEqual(found.map(({ name }) => name), ['Image index', 'linux/amd64', 'Configuration', 'History and layers', 'Attestations']);
	});

	it('an unread platform has one row that says so, and asks when opened', () => {
		const view = unread(sampleView(), 1);
		const nodes = inspectNodes(view, words, false);
		const id = view.platforms[1]?.id ?? '';
		assert.deepEqual(flatRows(nodes, new Set(['index', id])).slice(2, 4).map(({ name, node }) => [name, node.size]), [['linux/arm/v7', '…'], ['Reading…', undefined]]);
		assert.deepEqual(unreadAmong(nodes, [id, amd64, 'index']), [id]);
		assert.ok(!allExpandable(nodes).has(id), 'expand all opens only what is read');
		assert.ok(allExpandable(nodes).has(amd64));
	});

	it('a platform that failed shows the reason, and can be retried', () => {
		const view = sampleView();
		const [first, ...rest] = view.platforms;
		assert.ok(first);
		const { image: _, ...bare } = first;
		const [, row] = flatRows(inspectNodes({ ...view, platforms: [{ ...bare, error: 'quay.io answered 500.\u202e' }, ...rest] }, words, false), new Set(['index']));
		assert.deepEqual([row?.node.icon, row?.node.description, row?.expanded], ['warning', 'quay.io answered 500.\\u{202e}', undefined]);
	});

	it('a single image starts at its platform', () => {
		const view = sampleView();
		const single: InspectView = { ...view, kind: 'image', platforms: view.platforms.slice(0, 1) };
		assert.deepEqual(flatRows(inspectNodes(single, words, false), firstExpanded(single)).slice(0, 3).map(({ name, level }) => [name, level]),
			[['linux/amd64', 1], ['Configuration', 2], ['History and layers', 2]]);
	});

	it('an artifact has layers and no history; each is the file that it holds', () => {
		const view = sampleView();
		const { image, ...platform } = view.platforms[0]!;
		const layer = (at: number, key: string): StepView => ({ createdBy: '', base: false, layer: { number: at, size: 13, digest: digest(`${at}`), mediaType: 'application/vnd.wasm.content.layer.v1+wasm', annotations: [{ key, value: 'module.wasm' }], listable: false } });
		const chart: InspectView = { ...view, kind: 'image', platforms: [{ ...platform, name: '', image: { size: 26, layerCount: 2, steps: [layer(1, 'org.opencontainers.image.title'), layer(2, 'other')] } }] };
		const rows = flatRows(inspectNodes(chart, words, false), firstExpanded(chart)).slice(0, 4).map(({ node }) => [node.name, node.description]);
		assert.equal(inspectNodes(chart, words, false)[0]?.type, 'OCI artifact');
		assert.deepEqual(rows, [['Artifact', '2 layers, 2 attestations'], ['Layers', '2 layers'], ['module.wasm', undefined], ['application/vnd.wasm.content.layer.v1+wasm', undefined]]);
		assert.ok(image);
	});

	it('6,000 layers are listed once opened', () => {
		const nodes = inspectNodes(largeView(60, 100), words, false);
		assert.equal(flatRows(nodes, allExpandable(nodes)).length, 1 + 60 * 102 + 2, 'index, platforms with history and layers, referrers with one');
	});
});

function unread(view: InspectView, index: number): InspectView {
	return { ...view, platforms: view.platforms.map((platform, at) => {
		if (at !== index) { return platform; }
		const { image: _, ...bare } = platform;
		return bare;
	}) };
}

function draw({ node, level, expanded }: FlatRow<TreeNode>): string {
	const description = expanded ? node.openDescription ?? node.description : node.description;
	return '  '.repeat(level - 1) + [node.number, node.name, description && `(${description})`, node.pill, node.size, node.type, node.digest?.slice(7, 19)].filter(Boolean).join(' ');
}
