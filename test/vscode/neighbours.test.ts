import assert from 'node:assert/strict';
import { leftToOthers, type Service } from '../../src/vscode/neighbours.ts';

describe('Beside other extensions', () => {
	const cases: readonly (readonly [string, Service, string, boolean])[] = [
		['docker.docker', 'links', 'dockercompose', true],
		['docker.docker', 'tags', 'dockercompose', true],
		['docker.docker', 'tags', 'dockerfile', false],
		['ms-azuretools.vscode-containers', 'tags', 'dockerfile', true],
		['ms-azuretools.vscode-containers', 'names', 'dockerfile', true],
		['ms-azuretools.vscode-containers', 'tags', 'dockercompose', false],
		['redhat.vscode-yaml', 'links', 'dockercompose', false],
		['docker.docker', 'tags', 'jsonc', false],
	];
	for (const [installed, service, language, left] of cases) {
		it(`${service} in ${language} are ${left ? 'left to' : 'given beside'} ${installed}`, () => {
			assert.equal(leftToOthers(service, language, id => id === installed), left);
			assert.equal(leftToOthers(service, language, () => false), false);
		});
	}
});
