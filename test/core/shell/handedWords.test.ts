import { shellCard } from '../../../src/core/extract/shell/cards.ts';
import { expectUses } from '../../support/expectUses.ts';

const pull = 'command-pull image docker.io/library/';

describe('words that a program hands to a command', () => {
	for (const [script, ...expected] of [
		['echo «a:1» «b:2» | xargs -n1 docker pull', `${pull}a:1`, `${pull}b:2`],
		['echo "«a:1» «b:2»" | xargs -n 1 -P 4 docker pull', `${pull}a:1`, `${pull}b:2`],
		['printf "%s\\n" «a:1» «b:2» | xargs -I{} docker pull {}', `${pull}a:1`, `${pull}b:2`],
		['xargs -L1 docker pull <<EOF\n«a:1»\n«b:2»\nEOF', `${pull}a:1`, `${pull}b:2`],
		['parallel -j 2 docker pull ::: «a:1» «b:2»', `${pull}a:1`, `${pull}b:2`],
		['parallel docker pull «c/{}» ::: x', 'command-pull image docker.io/c/x:latest'],
		['printf "%s\\n" a:1 | xargs -I% docker tag «a:1» "«r.io/%»"', 'command-tag build-output docker.io/library/a:1', 'command-tag build-output r.io/a:1'],
		['cat list | xargs -I IMG docker pull «IMG»', 'command-pull variable -'],
		['cat list | xargs docker pull'],
		['echo $LIST | xargs docker pull'],
		['printf "%s:1\\n" a b | xargs docker pull'],
		['eval docker pull «a:1»', `${pull}a:1`],
		['docker inspect web && docker inspect --type image «web» && docker inspect «web:1» «b/web»', 'command-inspect build-output docker.io/library/web:latest', 'command-inspect build-output docker.io/library/web:1', 'command-inspect build-output docker.io/b/web:latest'],
		['podman history «a:1»; docker pull «a:1»', 'command-inspect image docker.io/library/a:1', `${pull}a:1`],
	] as const) {
		it(`in ${script}`, () => { expectUses(shellCard, 'a.sh', script, expected); });
	}
});
