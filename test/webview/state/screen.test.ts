import assert from 'node:assert/strict';
import { closeFiles, nextScreen, openFiles, type Screen } from '../../../webview-ui/state/screen.ts';
import { sampleFiles } from '../sampleFiles.ts';
import { amd64, sampleView } from '../sampleView.ts';

const view = sampleView();
const inspect: Screen = { type: 'inspect', view, refreshing: false };

describe('what the panel shows', () => {
	it('asking the same image again keeps the old answer until the new one comes', () => {
		const asking = nextScreen(inspect, { type: 'loading', reference: view.reference, hosts: ['quay.io'] });
		assert.deepEqual(asking, { ...inspect, refreshing: true });
		assert.deepEqual(nextScreen(asking, { type: 'inspect', view }), inspect);
	});

	it('asking another image starts with its name', () => {
		const reference = { canonical: 'quay.io/a/b:1', prefix: 'quay.io/a/', name: 'b:1' };
		assert.deepEqual(nextScreen(inspect, { type: 'loading', reference, hosts: ['quay.io'] }), { type: 'loading', reference, hosts: ['quay.io'] });
	});

	it('platforms that were read replace those of the same id, in place', () => {
		const [first] = view.platforms;
		assert.ok(first);
		const next = nextScreen(inspect, { type: 'platforms', platforms: [{ ...first, error: 'broken' }] });
		assert.ok(next.type === 'inspect');
		assert.deepEqual(next.view.platforms.map(({ id, error }) => [id, error]).slice(0, 2), [[amd64, 'broken'], [view.platforms[1]?.id, undefined]]);
	});

	it('late news of a cancelled layer are dropped', () => {
		const files = sampleFiles();
		const reading = openFiles(inspect, files.digest, 10);
		const listed = nextScreen(reading, { type: 'files', view: files });
		assert.ok(listed.type === 'inspect' && listed.files?.type === 'list');
		assert.equal(nextScreen(closeFiles(reading), { type: 'files', view: files }).type, 'inspect');
		assert.deepEqual(nextScreen(closeFiles(reading), { type: 'files', view: files }), inspect);
		assert.deepEqual(nextScreen(reading, { type: 'filesProgress', digest: 'sha256:other', read: 1, total: 2 }), reading);
	});

	it('platforms that arrive after the image failed change nothing', () => {
		const failed: Screen = { type: 'failed', reference: view.reference, failure: { sign: 'error', message: 'no', evidence: [], actions: [] } };
		assert.equal(nextScreen(failed, { type: 'platforms', platforms: view.platforms }), failed);
	});
});
