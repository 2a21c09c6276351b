import assert from 'node:assert/strict';
import { checkDiagnosis } from '../../support/checkDiagnosis.ts';
import { gitHubRepository } from '../../../src/core/extract/shell/workflow/gitHubRepository.ts';

const config = (url: string): string => `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n[branch "main"]\n\tremote = origin\n`;
const push = (tags: string): string => `on: push\njobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          push: true\n          tags: ${tags}\n`;
const run = (command: string): string => `on: push\njobs:\n  a:\n    steps:\n      - run: ${command}\n`;

describe('A name that GitHub fills in with capitals is told, where .git/config shows them', () => {
	const table: readonly (readonly [text: string, marked: string | undefined, name?: string])[] = [
		[push('ghcr.io/${{ github.repository }}:latest'), '${{ github.repository }}', 'Octo-Org/MyApp'],
		[push('ghcr.io/${{github.repository_owner}}/app:1'), '${{github.repository_owner}}', 'Octo-Org'],
		[run('docker push ghcr.io/$GITHUB_REPOSITORY:1'), '$GITHUB_REPOSITORY', 'Octo-Org/MyApp'],
		[run('docker build -t ghcr.io/${GITHUB_REPOSITORY_OWNER}/app .'), '${GITHUB_REPOSITORY_OWNER}', 'Octo-Org'],
		[run('docker push ghcr.io/${GITHUB_REPOSITORY,,}:1'), undefined],
		[run('docker push ghcr.io/acme/app:${{ github.repository_owner }}'), undefined],
		['on: push\njobs:\n  a:\n    steps:\n      - uses: docker/metadata-action@v5\n        with:\n          images: ghcr.io/${{ github.repository }}\n', undefined],
	];
	const file = '.github/workflows/a.yml';
	for (const [text, marked, name] of table) {
		it(JSON.stringify(text.slice(text.indexOf('steps:') + 7).trim()), async () => {
			const { findings } = await checkDiagnosis({ '.git/config': config('git@github.com:Octo-Org/MyApp.git'), [file]: text });
			const found = findings.filter(({ code }) => code === 'ref-uppercase-repository');
			assert.deepEqual(found.map(({ span, severity, message }) => [text.slice(span.start, span.end), severity, message.args?.['name']]), marked === undefined ? [] : [[marked, 'warning', name]]);
		});
	}
	for (const url of ['https://github.com/octo-org/myapp', 'https://gitlab.com/Octo-Org/MyApp.git', 'https://github.com.evil.example/Octo-Org/MyApp']) {
		it(`not with ${url}`, async () => {
			assert.deepEqual((await checkDiagnosis({ '.git/config': config(url), [file]: push('ghcr.io/${{ github.repository }}') })).findings, []);
		});
	}
	it('and not without that file', async () => assert.deepEqual((await checkDiagnosis({ [file]: push('ghcr.io/${{ github.repository }}') })).findings, []));
});

describe('The repository on GitHub is the one of origin', () => {
	for (const [url, name] of [
		['https://github.com/Acme/App.git', 'Acme/App'], ['https://x:y@github.com/Acme/App', 'Acme/App'], ['ssh://git@github.com/Acme/my.app.git', 'Acme/my.app'],
		['git@github.com:Acme/App.git', 'Acme/App'], ['/srv/git/App.git', undefined], ['https://github.com/Acme', undefined],
	] as const) {
		it(`${url} is ${name}`, () => assert.equal(gitHubRepository(config(url)), name));
	}
	it('another remote is not', () => assert.equal(gitHubRepository('[remote "upstream"]\n\turl = https://github.com/Acme/App\n'), undefined));
	it('nor is what follows in another section', () => assert.equal(gitHubRepository('[remote "origin"]\n\tfetch = x\n[remote "up"]\n\turl = https://github.com/Acme/App\n'), undefined));
});
