import assert from 'node:assert/strict';
import { shellCard } from '../../../src/core/extract/shell/cards.ts';
import type { ToolCommand } from '../../../src/core/model/index.ts';
import { commandFactsOf, commandsOf } from '../../support/commands.ts';
import { assertDrawn } from './drawUses.ts';

function shown(script: string): readonly string[] {
	return commandsOf(script).map(({ tool, subcommand, flags, operands }: ToolCommand) => [
		`${tool} ${subcommand}`.trim(),
		...flags.map(({ name, long, separator, value, span }) => {
			assert.ok(script.slice(span.start, span.end).includes(value?.text ?? ''));
			return `${name}=${long}${separator === 'none' ? '' : `[${separator}]${value?.value ?? ''}`}`;
		}),
		...operands.map(({ value }) => value),
	].join(' | '));
}

describe('commands of a script', () => {
	it('flags in every spelling', () => {
		assert.deepEqual(shown('docker run -itd -p8080:80 -v /a:/b --name=x -e=A=b --network host -- alpine:3 -x'), [
			'docker run | -i=interactive | -t=tty | -d=detach | -p=publish[]8080:80 | -v=volume[ ]/a:/b | --name=name[=]x | -e=env[=]A=b | --network=network[ ]host | alpine:3 | -x',
		]);
		assert.deepEqual(shown('docker login -u="redhat+quay" -p=\'x\' quay.io'), ['docker login | -u=username[=]redhat+quay | -p=password[=]x | quay.io']);
		assert.deepEqual(shown('devcontainer build --push true --workspace-folder .'), ['devcontainer build | --push=push[ ]true | --workspace-folder=workspace-folder[ ].']);
		assert.deepEqual(shown('docker compose -f a.yml build --no-cache web'), ['docker compose build | -f=file[ ]a.yml | --no-cache=no-cache | web']);
	});

	it('wrappers, paths and nested scripts', () => {
		const pull = 'docker pull | a:1';
		for (const script of [
			'sudo -E -u me docker pull a:1', '$SUDO docker pull a:1', '${DRY_RUN} docker pull a:1', 'SUDO=; $SUDO docker pull a:1', 'time docker pull a:1', 'timeout -s KILL 5m docker pull a:1', 'env -u X A=b docker pull a:1', 'exec /usr/bin/docker pull a:1',
			'nohup docker.exe pull a:1 &', 'if ! docker pull a:1; then :; fi', 'f() { docker pull a:1; }', '(cd x && docker pull a:1) | tee log', 'x=$(docker pull a:1)',
			'echo `docker pull a:1`', 'bash -lc "docker pull a:1"', 'ssh me@host docker pull a:1', 'eval \'docker pull a:1\'', 'for i in 1; do docker pull a:1; done', 'retry 3 docker pull a:1',
			'case x in y) docker pull a:1;; esac', 'docker pull a:1 >/dev/null 2>&1 || true', 'D=docker; $D pull a:1', '$DOCKER pull a:1', '"${DOCKER_CMD}" pull a:1',
		]) {
			assert.deepEqual(shown(script), [pull], script);
		}
	});

	it('what only looks like a command is none', () => {
		for (const script of ['echo docker pull a:1', '# docker pull a:1', 'command -v docker pull', 'cat <<EOF\ndocker pull a:1\nEOF', 'X="docker pull a:1"', 'which docker', 'executor a:1', 'pack build']) {
			assert.deepEqual(commandFactsOf(script).uses, [], script);
		}
	});

	it('environment of a command and of the script', () => {
		const [first, second] = commandsOf('export BUILDAH_FORMAT=docker\nA=1 env B=2 buildah bud .\nunset A\nX=3\nbuildah bud .');
		assert.deepEqual(first?.environment.map(({ name, value, scope }) => [name, value.value, scope]), [['BUILDAH_FORMAT', 'docker', 'script'], ['A', '1', 'command'], ['B', '2', 'command']]);
		assert.deepEqual(second?.environment.map(({ name }) => name), ['BUILDAH_FORMAT']);
	});

	it('a command over several lines offers the text between two words', () => {
		const script = 'buildah bud \\\r\n    -t a:1 \\\r\n    .\r\nbuildah bud -t a:2 .\r\n';
		const [long, short] = commandsOf(script);
		assert.equal(long?.continuation, ' \\\r\n    ');
		assert.equal(short?.continuation, undefined);
		assert.equal(script.slice(long?.span.start, long?.span.end), 'buildah bud \\\r\n    -t a:1 \\\r\n    .');
		assert.equal(script.slice(long?.subcommandSpan.start, long?.subcommandSpan.end), 'bud');
		assert.equal(long?.editable, true);
	});

	it('variables: assigned once they are known, else open', () => {
		assertDrawn(shellCard, 'x.sh', `
A=one B="two:\${V:-3}"
docker pull $A/$B
#           ^^^^^ command-pull image docker.io/one/two:3
docker pull "\${A}/x:"1
#           ^^^^^^^^^^ command-pull image docker.io/one/x:1
docker pull $A/\${IMG#*/}
#           ^^^^^^^^^^^^ command-pull variable
if x; then A=other; fi
docker pull $A/x
#           ^^^^ command-pull image docker.io/other/x
for i in a "$2"; do docker pull $i; done
#                               ^^ command-pull variable
C=$(date); docker pull x:$C
#                      ^^^^ command-pull variable
N=Me/App; docker pull \${N,,}:\${1:-9}
#                     ^^^^^^^^^^^^^^ command-pull image docker.io/me/app:9
docker pull 'a/$A'
#            ^^^^ command-pull variable
R=reg.io/a/b:1; docker pull \${R%:*}:2
#                           ^^^^^^^^^ command-pull image reg.io/a/b:2
`);
	});

	it('words split over lines, escaped and quoted', () => {
		const script = 'docker pull al\\\npine:3; docker pull "b":\\1; docker pull \'c:1\'';
		assert.deepEqual(commandFactsOf(script).uses.map(({ text, value }) => [text, value]), [['al\\\npine:3', 'alpine:3'], ['"b":\\1', 'b:1'], ['c:1', 'c:1']]);
	});

	it('a broken script gives what can be told', () => {
		for (const script of ['echo "open\ndocker pull a:1\n', 'docker pull a:1 )\n', 'if x; then\ndocker pull a:1\n', 'x=$(foo\ndocker pull a:1\n', "it's\ndocker pull a:1"]) {
			assert.deepEqual(shown(script), ['docker pull | a:1'], script);
		}
	});

	it('builds: Dockerfile, arguments, target, platforms, contexts', () => {
		const { builds } = commandFactsOf('cd app\nV=3\ndocker buildx build -f docker/Dockerfile --build-arg V=$V --build-arg W=$W --target run --platform linux/amd64,linux/arm64 --build-context base=docker-image://x:1 ..', { file: 'ci/build.sh' });
		assert.deepEqual(builds.map(({ dockerfile }) => dockerfile), ['ci/app/docker/Dockerfile', 'app/docker/Dockerfile']);
		const [build] = builds;
		assert.deepEqual(build?.args.map(({ name, value }) => [name, value]), [['V', '3'], ['W', undefined]]);
		assert.equal(build?.target, 'run');
		assert.deepEqual(build?.platforms, ['linux/amd64', 'linux/arm64']);
		assert.deepEqual(build?.contexts, { base: 'docker-image://x:1' });
	});

	it('a build finds its Dockerfile as the tool does', () => {
		const dockerfiles = (script: string): readonly string[] => commandFactsOf(script).builds.map(({ dockerfile }) => dockerfile);
		assert.deepEqual(dockerfiles('docker build .'), ['Dockerfile']);
		assert.deepEqual(dockerfiles('docker build -f a/b.Dockerfile c'), ['a/b.Dockerfile']);
		assert.deepEqual(dockerfiles('podman build c'), ['c/Containerfile', 'c/Dockerfile']);
		assert.deepEqual(dockerfiles('/kaniko/executor --dockerfile D --context dir://x --no-push'), ['D', 'x/D']);
		for (const script of ['docker build -', 'docker build https://github.com/a/b.git', 'docker build -f $F .', 'docker build $DIR', 'cd $X; docker build .']) {
			assert.deepEqual(dockerfiles(script), [], script);
		}
	});
});
