import assert from 'node:assert/strict';
import { checkDiagnosis } from '../../support/checkDiagnosis.ts';
import { fixCases } from '../../support/fixCases.ts';

const file = '.github/workflows/a.yml';
const owner = { '.git/config': '[remote "origin"]\n\turl = git@github.com:Octo-Org/MyApp.git\n' };
const job = (steps: string, head = ''): string => `on: push\n${head}jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
const push = (tags: string, more = ''): string => `      - name: Push\n        uses: docker/build-push-action@v6\n${more}        with:\n          push: true\n          tags: ${tags}\n`;
const step = (name: string, from = name): string => `⟦→      - run: echo "${name}=\${${from},,}" >> "$GITHUB_ENV"\n⟧`;
const repository = '⟦${{ github.repository }}→${{ env.REPOSITORY }}⟧';

fixCases('What GitHub fills in with capitals becomes lower case', { code: 'ref-uppercase-repository' }, [
	['a tag of an action', file, job(step('REPOSITORY', 'GITHUB_REPOSITORY') + push(`ghcr.io/${repository}:latest`)), owner],
	['all tags of an action', file, job(step('REPOSITORY', 'GITHUB_REPOSITORY') + push(`|\n            ghcr.io/${repository}:1\n            ghcr.io/${repository}:latest`)), owner],
	['the owner', file, job(step('REPOSITORY_OWNER', 'GITHUB_REPOSITORY_OWNER') + push('ghcr.io/⟦${{ github.repository_owner }}→${{ env.REPOSITORY_OWNER }}⟧/app:1')), owner],
	['CRLF', file, job(step('REPOSITORY', 'GITHUB_REPOSITORY') + push(`ghcr.io/${repository}:latest`)).replaceAll('\n', '\r\n'), owner],
	['a dash on a line of its own', file, job(step('REPOSITORY', 'GITHUB_REPOSITORY') + push(`ghcr.io/${repository}:latest`).replace('- name', '-\n        name')), owner],
	['env of the workflow', file, job(step('NAME') + push('ghcr.io/${{ env.NAME }}:1'), 'env:\n  NAME: ${{ github.repository }}\n'), owner],
	['a script', file, job('      - run: docker push ghcr.io/⟦${{ github.repository }}→${GITHUB_REPOSITORY,,}⟧:1\n'), owner],
	['a script with env', file, job('      - run: docker push "ghcr.io/⟦$NAME→${NAME,,}⟧:1"\n', 'env:\n  NAME: ${{ github.repository }}\n'), owner],
	['a shell that is bash', file, job('      - shell: bash\n        run: docker push ghcr.io/⟦$GITHUB_REPOSITORY→${GITHUB_REPOSITORY,,}⟧:1\n'), owner],
]);

describe('A name that GitHub fills in with capitals has no edit', () => {
	for (const [what, text] of [
		['in single quotes', job("      - run: docker push 'ghcr.io/${{ github.repository }}:1'\n")],
		['in another shell', job('      - shell: pwsh\n        run: docker push ghcr.io/${{ github.repository }}:1\n')],
		['where the step itself sets it', job(push('ghcr.io/${{ env.NAME }}:1', '        env:\n          NAME: ${{ github.repository }}\n'))],
	] as const) {
		it(what, async () => {
			const { findings } = await checkDiagnosis({ ...owner, [file]: text });
			assert.deepEqual(findings.map(({ code, fixes }) => [code, fixes.length]), [['ref-uppercase-repository', 0]]);
		});
	}
});
