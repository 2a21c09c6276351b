import assert from 'node:assert/strict';
import { gitlabCard, markdownCard, shellCard, workflowCard } from '../../../src/core/extract/shell/cards.ts';
import { commandFactsOf } from '../../support/commands.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';

/** Kind (without `command-`), class and value of each use. */
function read(script: string): readonly string[] {
	return commandFactsOf(script).uses.map(use => `${use.kind.slice(8)} ${use.class} ${use.value ?? '-'}`);
}

describe('operands and values that are read in their own way', () => {
	for (const [script, expected] of [
		['docker build --cache-from a:1,b:1 .', ['pull image a:1', 'pull image b:1']],
		['docker run --mount type=image,src=a:1,dst=/x --mount type=bind,src=/y,dst=/y b:1', ['pull image a:1', 'pull image b:1']],
		['docker import x.tar a:1', ['tag build-output a:1']],
		['docker buildx create --driver-opt image=a:1 --driver-opt network=host', ['pull image a:1']],
		['docker buildx bake --set "*.tags=a:1,b:1" --set x.cache-to=type=registry,ref=c:1 --set x.output=type=image,name=d:1 --set x.contexts.y=docker-image://e:1 --set x.args.V=f:1 --set x.output+=type=docker,name=g:1',
			['tag build-output a:1', 'tag build-output b:1', 'push build-output c:1', 'tag build-output d:1', 'pull image e:1', 'tag build-output g:1']],
		['crane pull a:1 b:1 x.tar', ['pull image a:1', 'pull image b:1']],
		['crane pull a:1', ['pull image a:1']],
		['oc image mirror a.io/b:1=c.io/b:1 d.io/e:1=file://x', ['pull image a.io/b:1', 'push build-output c.io/b:1', 'pull image d.io/e:1']],
		['oc image mirror a.io/b:1 c.io/b:1 c.io/b:2', ['pull image a.io/b:1', 'push build-output c.io/b:1', 'push build-output c.io/b:2']],
		['oc tag a.io/b:1 x:1', ['pull image a.io/b:1']], ['oc tag x:1 y:1', []], ['oc tag --source=docker a/b:1 x:1', ['pull image a/b:1']], ['oc tag -d x:1', []],
		['oc new-app a.io/b:1~https://github.com/x/y c=d ./e php~.', ['pull image a.io/b:1']],
		['podman push a:1 docker://b.io/c:1; podman push a:1 oci:/x', ['push build-output a:1', 'push build-output b.io/c:1', 'push build-output a:1']],
		['cosign verify --key x.pub ./folder word a.io/b:1', ['inspect image a.io/b:1']],
		['helm pull oci://a.io/c:1; helm install x oci://a.io/d', ['pull artifact a.io/c:1', 'pull artifact a.io/d']],
		['skopeo sync --src docker --dest dir a.io/b:1 /x', ['inspect image a.io/b:1']], ['skopeo sync --src yaml --dest dir x.yml /x', []],
		['find . -name x | xargs -I{} docker pull {}', ['pull variable -']],
		['docker service create --max-concurrent 2 --generic-resource A=2 --placement-pref spread=x a:1', ['pull image a:1']],
		['docker run ..', ['pull variable -']],
		['kubectl set image -f x.yml web=a:1 --local; kubectl set image deploy web side=a:2; podman image exists a:3', ['pull image a:1', 'pull image a:2', 'inspect build-output a:3']],
		['oras push a.io/b:1,latest x.txt; oras cp a.io/c:1 a.io/d:1,2,3', ['push build-output a.io/b:1', 'pull artifact a.io/c:1', 'push build-output a.io/d:1']],
		['regctl image mod --replace --time set=2024 --label a=b a.io/b:3', ['inspect image a.io/b:3']],
		['docker run --rm ...', []], ['docker pull [OPTIONS] a:1', ['pull image a:1']],
		['docker exec -it -e A=b dind docker build --no-cache -t a:1 .', ['tag build-output a:1']],
		['docker compose exec -T -u root web sh -c "docker pull a:1"; kubectl exec -n x pod -it -- crane digest a:2', ['pull image a:1', 'inspect image a:2']],
		['kubectl exec pod -c docker -- ls docker pull a:1; podman exec c', []],
		['x=`docker manifest inspect a:1 | awk -F\\" \'{print $2}\'`; y="`docker run --format=\\"{{.Id}}\\" a:2`"', ['inspect image a:1', 'pull image a:2']],
		['x="`docker run --label \\"b c\\" a:1`"; docker pull a:2', ['pull image a:2']],
		['docker container commit c a:1; podman container commit c b:1; podman image save a:2; podman image import x.tar a:3', ['tag build-output a:1', 'tag build-output b:1', 'inspect build-output a:2', 'tag build-output a:3']],
		['docker build -o type=local,dest=x -o type=registry,name=a:1 .', ['push build-output a:1']],
	] as const) {
		it(script.slice(0, 90), () => { assert.deepEqual(read(script), expected); });
	}

	it('loops, branches and groups of every kind are walked', () => {
		expectUses(shellCard, 'a.sh', `select x in a; do docker pull «a:1»; done
for ((i=0; i<3; i++)); do docker pull «a:2»; done
if false; then :; elif docker pull «a:3»; then docker pull «a:4»; else docker pull «a:5»; fi
for i in 1 2; do A=$i; if [ $A = 1 ]; then docker pull «b:$A»; else docker pull «b:$i»; fi; done
for i in 1 2; do { [ $i = 1 ]; } && docker pull «b:$i»; done
for i in 1 2; do { [ -f $i ]; } && docker pull «b:$i»; done
x=(a "$(docker create «a:6»)")
{ docker pull «a:7»; } 2>&1 | (docker pull «a:8»)
`, ['a:1', 'a:2', 'a:3', 'a:4', 'a:5', 'b:1', 'b:2', 'b:1', '', 'a:6', 'a:7', 'a:8'].map(image => image === '' ? 'command-pull variable -' : `command-pull image docker.io/library/${image}`));
	});

	it('folders that a script goes to', () => {
		for (const [script, dockerfiles] of [
			['cd sub; docker build .', ['sub/Dockerfile']], ['cd "$(dirname "$0")/.."; docker build .', ['Dockerfile']], ['cd "$X"; docker build .', []], ['cd -P sub; docker build -f x .', ['sub/x']],
			['cd sub; popd; docker build .', []], ['cd /abs; docker build .', []], ['cd; docker build .', []],
		] as const) {
			assert.deepEqual(commandFactsOf(script, { folders: ['s'].slice(0, script.includes('dirname') ? 1 : 0).concat(script.includes('dirname') ? [] : ['']) }).builds.map(({ dockerfile }) => dockerfile), dockerfiles, script);
		}
	});

	it('an exported variable is noted once, and shown with its last value', () => {
		const { commands } = commandFactsOf('A=1; export A B; export A=1; export A=2; declare -x C=3; docker pull x');
		assert.deepEqual(commands[0]?.environment.map(({ name, value }) => [name, value.value]), [['A', '2'], ['C', '3']]);
	});
});

describe('hosts in odd forms', () => {
	it('a workflow: services and containers by docker://, defaults of a job, steps that are none', () => {
		const facts = expectUses(workflowCard, '.github/workflows/a.yml', `defaults: {run: {working-directory: w, shell: pwsh}}
jobs:
  none:
  a:
    container: {image: docker://«a:1»}
    services: {s: docker://«b:1», empty: {image: ""}}
    defaults: {run: {working-directory: sub}}
    steps:
      - word
      - run: |
          docker build \`
            -t «c:1» .
      - working-directory: \${{ github.workspace }}
        run: docker build .
      - uses: docker/build-push-action
        with: {file: "\${{ x }}"}
      - uses: devcontainers/ci@v0.3
        with: {imageName: «d/e», cacheFrom: "«f:1»,«g:1»"}
      - uses: docker/metadata-action@v5
        with: {images: "«h/i»,enable=true"}
      - uses: redhat-actions/buildah-build@v2
        with: {containerfiles: "./x/Containerfile\\n", build-args: "A=1\\n# no\\nB", target: t, platforms: "linux/amd64,linux/arm64", build-contexts: "a=b", base-image: «j:1»}
  win:
    runs-on: windows-latest
    steps: [{run: "docker pull «k:1»"}]
`, ['workflow-container image docker.io/library/a:1', 'workflow-service image docker.io/library/b:1', 'command-tag build-output docker.io/library/c:1', 'workflow-tag build-output docker.io/d/e:latest',
			'workflow-cache image docker.io/library/f:1', 'workflow-cache image docker.io/library/g:1', 'workflow-tag build-output docker.io/h/i:latest', 'workflow-image image docker.io/library/j:1', 'command-pull image docker.io/library/k:1']);
		assert.deepEqual(facts.builds.map(({ dockerfile, target, platforms, args, contexts }) => [dockerfile, target, platforms, args.length, contexts]), [
			['sub/Dockerfile', undefined, [], 0, {}], ['x/Containerfile', 't', ['linux/amd64', 'linux/arm64'], 1, { a: 'b' }],
		]);
		assert.equal(facts.steps[0]?.version, undefined);
	});

	it('what an action sets over a bake file', () => {
		expectUses(workflowCard, '.github/workflows/a.yml', `jobs:
  a:
    steps:
      - uses: docker/bake-action@v6
        with:
          set: |
            *.tags=«a:1»
            x.cache-from=type=registry,ref=«b:1»
            *.cache-to+=type=registry,ref=«c:1»,mode=max
            *.cache-from=type=gha
            *.platform=linux/arm64
`, ['workflow-tag build-output docker.io/library/a:1', 'workflow-cache image docker.io/library/b:1', 'workflow-cache build-output docker.io/library/c:1']);
	});

	it('an action that runs an image', () => {
		expectUses(workflowCard, 'action.yml', 'runs:\n  using: docker\n  image: docker://«a:1»\n', ['workflow-uses image docker.io/library/a:1']);
		expectUses(workflowCard, 'action.yml', 'runs:\n  using: docker\n  image: Dockerfile\n', []);
	});

	it('GitLab: dollars that are escaped, expressions of inputs, files of a folder', () => {
		expectUses(gitlabCard, 'x/.gitlab/ci.yml', 'image: «a:$$1»\njob: {image: "«b:$[[ inputs.v ]]»", script: ["cd sub", "docker build -t «c» ."]}\n', ['workflow-container variable -', 'workflow-container variable -', 'command-tag build-output docker.io/library/c:latest']);
	});

	it('Markdown: root prompts, environment in front, spans between fences, YAML of no kind', () => {
		expectUses(markdownCard, 'R.md', `\`docker pull «a:1»\`
\`\`\`console
# docker pull «c:1»
DOCKER_HOST=x docker pull «d:1»
\`\`\`
\`docker pull «e:1»\`
\`\`\`yaml
a: {image: no}
\`\`\`
\`\`\`yaml
apiVersion: v1
kind: Pod
spec: {containers: [{image: «f:1»}]}
\`\`\`
`, ['a:1', 'c:1', 'd:1', 'e:1', 'f:1'].map(image => `${image === 'f:1' ? 'kubernetes-image' : 'command-pull'} image docker.io/library/${image}`));
	});

	it('files of no kind give nothing: empty, one byte order mark, NUL, a lone carriage return', () => {
		for (const text of ['', '\uFEFF', '\0docker pull a', '\r', 'docker pull a:1\rdocker pull b:1']) {
			const { uses } = extractWith(shellCard, 'a.sh', text);
			assert.ok(uses.length <= 2, JSON.stringify(text));
			for (const { text: written, span } of uses) { assert.equal(written, text.slice(span.start, span.end)); }
		}
	});
});
