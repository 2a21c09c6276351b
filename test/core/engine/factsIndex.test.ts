import assert from 'node:assert/strict';
import { createFactsIndex } from '../../../src/core/engine/factsIndex.ts';
import type { FactsIndex } from '../../../src/core/engine/contract.ts';

/** A disk that counts what is read from it. */
function disk(files: Record<string, string>): { index: FactsIndex; files: Record<string, string>; reads: string[] } {
	const reads: string[] = [];
	const index = createFactsIndex({
		environment: {},
		read: file => { reads.push(file); return Promise.resolve(files[file]); },
	});
	return { index, files, reads };
}

function images(index: FactsIndex, file: string): (string | undefined)[] {
	return index.get(file)!.uses.map(use => use.value);
}

describe('createFactsIndex', () => {
	it('keeps the facts of set files, sorted, and forgets removed ones', async () => {
		const { index } = disk({});
		assert.deepEqual(await index.set('/b/Dockerfile', 'FROM b'), ['/b/Dockerfile']);
		assert.deepEqual(await index.set('/a/Dockerfile', 'FROM a'), ['/a/Dockerfile']);
		assert.deepEqual(index.all().map(facts => facts.file), ['/a/Dockerfile', '/b/Dockerfile']);
		assert.deepEqual(await index.set('/a/Dockerfile', undefined), ['/a/Dockerfile']);
		assert.deepEqual(index.all().map(facts => facts.file), ['/b/Dockerfile']);
		assert.deepEqual(await index.set('/a/Dockerfile', undefined), []);
	});

	it('takes no file that no kind claims, unless the language says what it is', async () => {
		const { index } = disk({});
		assert.deepEqual(await index.set('/notes.txt', 'FROM a'), []);
		assert.equal(index.get('/notes.txt'), undefined);
		assert.deepEqual(await index.set('/notes.txt', 'FROM a', 'dockerfile'), ['/notes.txt']);
		assert.equal(index.claims('/w/Dockerfile'), true);
		assert.equal(index.claims('/w/a.container.d/10-image.conf'), true);
		assert.equal(index.claims('/w/nginx.conf'), false);
		assert.equal(index.claims('/notes.txt'), false);
		assert.equal(index.claims('/photo.png'), false);
	});

	it('says nothing changed when the same text is set again', async () => {
		const { index } = disk({});
		await index.set('/w/Dockerfile', 'FROM a');
		assert.deepEqual(await index.set('/w/Dockerfile', 'FROM a'), []);
		assert.deepEqual(await index.set('/w/Dockerfile', 'FROM b'), ['/w/Dockerfile']);
	});

	it('gives binary text no facts', async () => {
		const { index } = disk({});
		await index.set('/w/Dockerfile', 'FROM a\0b');
		assert.deepEqual(index.get('/w/Dockerfile')?.uses, []);
	});

	it('keeps the order of calls that overlap', async () => {
		const { index } = disk({});
		await Promise.all(['a', 'b', 'c'].map(name => index.set('/w/Dockerfile', `FROM ${name}`)));
		assert.deepEqual(images(index, '/w/Dockerfile'), ['c']);
	});

	it('survives a host that cannot read', async () => {
		const index = createFactsIndex({ environment: {}, read: () => Promise.reject(new Error('no disk')) });
		await index.set('/w/compose.yaml', 'services: { a: { image: "x:${V}", build: . } }');
		assert.equal(index.get('/w/compose.yaml')?.uses.length, 1);
	});
});

describe('build arguments flow across files', () => {
	const compose = (tag: string): string => `services:\n  a:\n    build:\n      context: .\n      args:\n        TAG: "${tag}"\n`;

	it('from a Compose file to the Dockerfile, whichever comes first', async () => {
		for (const order of [['/w/compose.yaml', '/w/Dockerfile'], ['/w/Dockerfile', '/w/compose.yaml']]) {
			const { index, files } = disk({ '/w/compose.yaml': compose('22'), '/w/Dockerfile': 'ARG TAG=20\nFROM node:${TAG}\n' });
			for (const file of order) { await index.set(file, files[file]); }
			const use = index.get('/w/Dockerfile')!.uses[0]!;
			assert.equal(use.value, 'node:22');
			assert.equal(use.variables[0]?.origin, 'build-arg');
			assert.equal(use.variables[0]?.source?.file, '/w/compose.yaml');
		}
	});

	it('reports the Dockerfile as changed when its caller changes or goes', async () => {
		const { index } = disk({});
		await index.set('/w/Dockerfile', 'ARG TAG=20\nFROM node:${TAG}\n');
		assert.deepEqual(await index.set('/w/compose.yaml', compose('21')), ['/w/Dockerfile', '/w/compose.yaml']);
		assert.deepEqual(images(index, '/w/Dockerfile'), ['node:21']);
		assert.deepEqual(await index.set('/w/compose.yaml', undefined), ['/w/Dockerfile', '/w/compose.yaml']);
		assert.deepEqual(images(index, '/w/Dockerfile'), ['node:20']);
	});

	it('keeps all values when several callers differ', async () => {
		const { index } = disk({});
		await index.set('/w/Dockerfile', 'ARG TAG=20\nFROM node:${TAG}\n');
		await index.set('/w/a/compose.yaml', compose('21').replace('context: .', 'context: ..'));
		await index.set('/w/b/compose.yaml', compose('22').replace('context: .', 'context: ..'));
		const use = index.get('/w/Dockerfile')!.uses[0]!;
		assert.deepEqual([use.value, ...use.alternatives.map(({ value }) => value)], ['node:21', 'node:22']);
	});

	it('reads a Dockerfile that only its caller names, once, and drops it with its caller', async () => {
		const { index, reads } = disk({ '/w/x/app.docker': 'ARG TAG\nFROM node:${TAG}\n' });
		const text = compose('21').replace('context: .', 'context: x\n      dockerfile: app.docker');
		assert.deepEqual(await index.set('/w/compose.yaml', text), ['/w/compose.yaml', '/w/x/app.docker']);
		assert.deepEqual(images(index, '/w/x/app.docker'), ['node:21']);
		assert.equal(index.claims('/w/x/app.docker'), true);
		await index.set('/w/compose.yaml', `${text}\n# typing\n`);
		assert.equal(reads.filter(file => file === '/w/x/app.docker').length, 1);
		await index.set('/w/compose.yaml', 'services: {}');
		assert.equal(index.get('/w/x/app.docker'), undefined);
	});

	it('goes on with the stored Dockerfile that its caller names when nobody holds it any more', async () => {
		const { index, files } = disk({ '/w/Dockerfile': 'ARG TAG\nFROM node:${TAG}\n' });
		await index.set('/w/Dockerfile', 'FROM debian:12\n');
		await index.set('/w/compose.yaml', compose('21'));
		assert.deepEqual(images(index, '/w/Dockerfile'), ['debian:12']);
		assert.deepEqual(await index.set('/w/Dockerfile', undefined), ['/w/Dockerfile']);
		assert.deepEqual(images(index, '/w/Dockerfile'), ['node:21']);
		delete files['/w/Dockerfile'];
		await index.set('/w/Dockerfile', undefined);
		assert.equal(index.get('/w/Dockerfile'), undefined);
	});
});

describe('files that others need', () => {
	it('are read through the host, and read again when they are set', async () => {
		const { index, files } = disk({ '/w/.env': 'TAG=1\n' });
		await index.set('/w/compose.yaml', 'services:\n  a:\n    image: node:${TAG}\n');
		assert.deepEqual(images(index, '/w/compose.yaml'), ['node:1']);
		files['/w/.env'] = 'TAG=2\n';
		assert.deepEqual(await index.set('/w/.env', 'TAG=2\n'), ['/w/compose.yaml']);
		assert.deepEqual(images(index, '/w/compose.yaml'), ['node:2']);
	});
});
