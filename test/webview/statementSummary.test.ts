import assert from 'node:assert/strict';
import { statementSummary } from '../../src/vscode/inspect/statementSummary.ts';

const say = (predicateType: string, predicate: unknown) => statementSummary(JSON.stringify({ _type: 'https://in-toto.io/Statement/v0.1', predicateType, predicate }));

describe('what an attestation states', () => {
	it('provenance of SLSA 1 names builder, source and number of materials', () => {
		assert.deepEqual(say('https://slsa.dev/provenance/v1', {
			buildDefinition: { buildType: 'https://mobyproject.org/buildkit@v1', resolvedDependencies: [{}, {}] },
			runDetails: { builder: { id: 'https://ci.example/1' }, metadata: { startedOn: '2026-05-04T10:18:02Z', finishedOn: '2026-05-04T10:20:30Z', buildkit_metadata: { vcs: { source: 'https://git.example/app', revision: 'abc' } } } },
		}), { kind: 'provenance', builder: 'https://ci.example/1', buildType: 'https://mobyproject.org/buildkit@v1', source: 'https://git.example/app', revision: 'abc', materials: 2, started: '2026-05-04T10:18:02Z', finished: '2026-05-04T10:20:30Z' });
	});

	it('provenance of SLSA 0.2 keeps the same facts elsewhere', () => {
		assert.deepEqual(say('https://slsa.dev/provenance/v0.2', {
			builder: { id: 'b' }, buildType: 't', materials: [{}, {}, {}], invocation: { configSource: { uri: 'https://git.example/app#main', digest: { sha1: 'abc' } } },
			metadata: { buildStartedOn: 's', buildFinishedOn: 'f' },
		}), { kind: 'provenance', builder: 'b', buildType: 't', source: 'https://git.example/app#main', revision: 'abc', materials: 3, started: 's', finished: 'f' });
	});

	it('SPDX counts packages and files', () => {
		assert.deepEqual(say('https://spdx.dev/Document', { packages: [{}, {}], files: [{}], creationInfo: { created: 'c', creators: ['Organization: x', 'Tool: syft-v1'] } }), { kind: 'sbom', packages: 2, files: 1, tools: ['syft-v1'], created: 'c' });
	});

	it('CycloneDX counts components, whichever way its tools are written', () => {
		const components = [{ type: 'library' }, { type: 'file' }];
		const expected = { kind: 'sbom', packages: 1, files: 1, tools: ['trivy-1'], created: 'c' };
		assert.deepEqual(say('https://cyclonedx.org/bom', { components, metadata: { timestamp: 'c', tools: [{ name: 'trivy', version: '1' }] } }), expected);
		assert.deepEqual(say('https://cyclonedx.org/bom', { components, metadata: { timestamp: 'c', tools: { components: [{ name: 'trivy', version: '1' }] } } }), expected);
	});

	it('is read inside an envelope of DSSE', () => {
		const payload = Buffer.from(JSON.stringify({ predicateType: 'https://spdx.dev/Document', predicate: { packages: [{}] } })).toString('base64');
		assert.deepEqual(statementSummary(JSON.stringify({ payloadType: 'application/vnd.in-toto+json', payload })), { kind: 'sbom', packages: 1, files: 0, tools: [] });
	});

	it('of an unknown kind or with broken parts is data, text that is no statement is none', () => {
		assert.deepEqual(say('https://example.org/x', 1), { kind: 'other' });
		assert.deepEqual(say('https://slsa.dev/provenance/v1', [null]), { kind: 'provenance', materials: 0 });
		assert.deepEqual(say('https://spdx.dev/Document', { packages: 'many', files: {} }), { kind: 'sbom', packages: 0, files: 0, tools: [] });
		assert.deepEqual(['', '[]', 'null', '{'].map(statementSummary), [undefined, undefined, undefined, undefined]);
	});
});
