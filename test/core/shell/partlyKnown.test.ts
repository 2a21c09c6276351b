import assert from 'node:assert/strict';
import { makefileCard, markdownCard, shellCard, taskfileCard } from '../../../src/core/extract/shell/cards.ts';
import { commandFactsOf } from '../../support/commands.ts';
import { expectUses } from '../../support/expectUses.ts';

const pull = 'command-pull image docker.io/library/';

describe('a command that a variable holds', () => {
	it('is one although the folder in it is not known', () => {
		expectUses(makefileCard, 'Makefile', 'RUN = docker run --rm -v $(CURDIR):/w\nx:\n\t$(RUN) «a:1» docker pull no:1\n', [`${pull}a:1`]);
		expectUses(shellCard, 'a.sh', 'RUN="docker run --rm -v $PWD:/w -e X=$(date +%s)"\n$RUN «a:1»\n$RUN_ALL b:1\n', [`${pull}a:1`]);
	});

	it('or its flags are, although some values in them are not', () => {
		expectUses(shellCard, 'a.sh', 'O="-v $PWD:/x -e A"\ndocker run $O «a:1» sh\nP="--env-file $X «b:1»"\n'.replace('«b:1»', 'b:1') + 'docker run «$P»\nQ="$X -v y"\ndocker run «$Q» c:1\n', [`${pull}a:1`, `${pull}b:1`, 'command-pull variable -']);
		expectUses(makefileCard, 'Makefile', 'O := -v $(CURDIR):/w -e A\nx:\n\tdocker run $(O) «a:1»\n', [`${pull}a:1`]);
	});

	it('a command that begins with a backslash is no alias', () => {
		expectUses(shellCard, 'a.sh', '\\docker pull «a:1»\n', [`${pull}a:1`]);
	});

	for (const [script, ...values] of [
		['T=1; T+=2; docker pull a:$T', 'a:12'],
		['T=$1; T+=2; docker pull a:$T', undefined],
		['for i in {1..3}; do docker pull a:$i; done', 'a:1', 'a:2', 'a:3'],
		['for i in v{09..10}; do docker pull a:$i; done', 'a:v09', 'a:v10'],
		['for i in {1..900}; do docker pull a:$i; done', undefined],
		['while read -r i; do docker pull $i; done <<EOF\na:1\n\n  b:2 \nEOF', 'a:1', 'b:2'],
		['while IFS= read -r i; do docker pull $i; done <<< "a:1"', 'a:1'],
		['while read i j; do docker pull $i:$j; done <<EOF\na 1\nb 2 \nEOF', 'a:1', 'b:2'], ['while IFS=, read -r i j _; do docker pull $i:$j; done < <(printf "%s\n" a,1,x b,2)', 'a:1', 'b:2'], ['printf "%s\\n" a:1 b:2 | while read -r i; do docker pull $i; done', 'a:1', 'b:2'],
		['while read i; do docker pull $i; done < list', undefined],
	] as const) {
		it(`and its values in ${script.slice(0, 50)}`, () => { assert.deepEqual(commandFactsOf(script).uses.flatMap(({ value, alternatives }) => [value, ...alternatives.map(each => each.value)]), values); });
	}

	it('what a function is called with is no reference in its body', () => {
		expectUses(shellCard, 'a.sh', 'd() { docker run --rm "$@"; }\nd «a:1» sh\np() { docker pull $*; }\n', [`${pull}a:1`]);
	});

	it('behind ssh, eval and watch', () => {
		expectUses(shellCard, 'a.sh', 'ssh -t u@h sudo docker pull «a:1»\neval sudo docker pull «a:2»\nwatch "docker run «a:3»"\n', [`${pull}a:1`, `${pull}a:2`, `${pull}a:3`]);
	});

	it('items of a Taskfile, and a root prompt beside others', () => {
		const facts = expectUses(taskfileCard, 'Taskfile.yml', 'tasks:\n  a:\n    cmds:\n      - for: [x, y]\n        cmd: docker pull «a/{{.ITEM}}»\n', ['command-pull image docker.io/a/x:latest']);
		assert.deepEqual(facts.uses[0]?.alternatives.map(({ value }) => value), ['a/y']);
		expectUses(markdownCard, 'README.md', '```console\nroot@host:~# docker pull «a:1»\n# docker pull «a:2»\n# docker words are no command\n$ docker pull «a:3»\n```\n', [`${pull}a:1`, `${pull}a:2`, `${pull}a:3`]);
	});

	it('behind a variable that is called after what it is', () => {
		expectUses(shellCard, 'a.sh', '"$CONTAINER_ENGINE" run --rm «a:1»\n$ENGINE pull «a:2»\n$ENGINE start a:3\n"$RUNTIME" pull a:4\n', [`${pull}a:1`, `${pull}a:2`]);
	});
});
