import assert from 'node:assert/strict';
import { searchedIn } from '../../src/vscode/view/searchedIn.ts';

describe('What is typed is searched for', () => {
	const cases: Readonly<Record<string, readonly [string, string]>> = {
		'ngin': ['docker.io', 'ngin'], 'grafana/gra': ['docker.io', 'grafana/gra'], 'quay.io/keyc': ['quay.io', 'keyc'], 'localhost:5055/': ['localhost:5055', ''],
		'localhost/a': ['localhost', 'a'], ' NGinx:1.2 ': ['docker.io', 'nginx'], 'https://ghcr.io/a/b@sha256:00': ['ghcr.io', 'a/b'], 'a$(b)&c=1': ['docker.io', 'abc1'], '': ['docker.io', ''],
	};
	for (const [typed, [domain, text]] of Object.entries(cases)) {
		it(`"${typed}" is "${text}" at ${domain}`, () => { assert.deepEqual(searchedIn(typed), { domain, text }); });
	}
});
