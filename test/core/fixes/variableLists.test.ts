import assert from 'node:assert/strict';
import { checkDiagnosis } from '../../support/checkDiagnosis.ts';
import { fixCases } from '../../support/fixCases.ts';

const registry = 'quay.io/acme/one: 1[index,linux/amd64]';
const base = { Dockerfile: 'FROM quay.io/acme/one:1\n' };
const build = 'docker buildx build --platform';
const workflow = '.github/workflows/a.yml';

fixCases('A platform that a base lacks goes from the list where a variable holds it', { code: 'platform-multiarch-partial', registry }, [
	['make', 'Makefile', `PLATFORMS ?= linux/amd64⟦,linux/arm64→⟧\ni:\n\t${build} $(PLATFORMS) -t r.acme.dev/a:1 --push .\n`, base],
	['a script', 'b.sh', `PLATFORMS="linux/amd64⟦,linux/arm64→⟧"\n${build}="$PLATFORMS" -t r.acme.dev/a:1 --push .\n`, base],
	['a job', workflow, `on: push\nenv:\n  PLATFORMS: linux/amd64⟦,linux/arm64→⟧\njobs:\n  a:\n    steps:\n      - run: ${build} "$PLATFORMS" -t r.acme.dev/a:1 --push .\n`, base],
	['an action', workflow, `on: push\nenv:\n  PLATFORMS: "linux/amd64⟦,linux/arm64→⟧"\njobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          platforms: \${{ env.PLATFORMS }}\n          push: true\n          tags: r.acme.dev/a:1\n`, base],
	['a part of the list', 'b.sh', `MORE=linux/arm64\n${build} linux/amd64,$MORE -t r.acme.dev/a:1 --push .\n`, base],
]);

const owner = { '.git/config': '[remote "origin"]\n\turl = git@github.com:Acme/Web.git\n' };
const job = (env: string, steps: string): string => `on: push\nenv:\n  ${env}\njobs:\n  a:\n    steps:\n${steps}`;
const push = (tag: string): string => `      - uses: docker/build-push-action@v6\n        with: { push: true, tags: "${tag}" }\n`;

describe('A repository on GitHub with capitals', () => {
	it('is found behind env: of a workflow', async () => {
		assert.deepEqual(await reported(job('IMAGE: ghcr.io/${{ github.repository }}', push('${{ env.IMAGE }}:1'))), ['${{ env.IMAGE }}']);
		assert.deepEqual(await reported(job('NAME: ${{ github.repository }}', '      - run: docker build -t ghcr.io/$NAME:1 .\n')), ['$NAME']);
	});

	it('is none where a step writes it in lower case, or where it is a tag', async () => {
		assert.deepEqual(await reported(job('NAME: ${{ github.repository }}', `      - run: echo "NAME=\${GITHUB_REPOSITORY,,}" >> $GITHUB_ENV\n${push('ghcr.io/${{ env.NAME }}:1')}`)), []);
		assert.deepEqual(await reported(job('NAME: ${{ github.repository_owner }}', push('ghcr.io/acme/web:${{ env.NAME }}'))), []);
	});
});

async function reported(text: string): Promise<readonly string[]> {
	const { findings } = await checkDiagnosis({ ...owner, [workflow]: text });
	return findings.filter(({ code }) => code === 'ref-uppercase-repository').map(({ span }) => text.slice(span.start, span.end));
}
