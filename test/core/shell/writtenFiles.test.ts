import assert from 'node:assert/strict';
import { gitlabCard, makefileCard, markdownCard, shellCard, workflowCard } from '../../../src/core/extract/shell/cards.ts';
import { commandFactsOf } from '../../support/commands.ts';
import { expectUses } from '../../support/expectUses.ts';

const from = 'from image docker.io/library/';
const object = 'kubernetes-image image docker.io/library/';
const pod = (image: string): string => `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: ${image}\n`;

describe('a file that a script writes', () => {
	it('a Dockerfile: cat, tee, echo and printf; sudo, groups and pipes', () => {
		expectUses(shellCard, 'a.sh', `cat > Dockerfile <<'EOF'
ARG V=3
FROM «alpine:\${V}» AS base
COPY --from=«busybox:1» /a /b
FROM «base»
EOF
tee Dockerfile.b >/dev/null <<EOF
FROM «b:1»
EOF
cat <<EOF | sudo tee "$D/Dockerfile"
FROM «c:1»
EOF
echo "FROM «d:1»" > Dockerfile
echo -e "FROM «e:1»\\nRUN x" | tee Containerfile
echo FROM «f:1» >Dockerfile
printf '%s\\n' "FROM «g:1»" 'RUN x' > Dockerfile
{ echo "FROM «h:1» AS s"; echo "FROM «s»"; } > Dockerfile
`, [`${from}alpine:3`, 'copy-from image docker.io/library/busybox:1', 'from stage -', ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map(name => `${from}${name}:1`), 'from stage -']);
	});

	it('the shell fills in what it knows where the word is not quoted; what it does not know is a variable', () => {
		const { uses } = expectUses(shellCard, 'a.sh', `V=20
cat <<-EOF > Dockerfile
	ARG B=$UNKNOWN
	ARG C=\\$B
	FROM «node:\${V}-alpine»
	FROM «$UNKNOWN»
	FROM «\\\${B}»
	FROM «x:\\$C»
	EOF
`, [`${from}node:20-alpine`, 'from variable -', 'from variable -', 'from variable -']);
		assert.deepEqual(uses.map(use => [use.spans.tag, use.variables.map(({ name }) => name)]), [
			[undefined, ['V']], [undefined, ['UNKNOWN']], [undefined, ['B']], [undefined, ['C']],
		]);
	});

	it('piece by piece, once for each round of a loop', () => {
		expectUses(shellCard, 'a.sh', `echo "FROM «a:1» AS base" > Dockerfile
cat >> Dockerfile <<EOF
FROM «base»
EOF
echo "FROM «base»" > Dockerfile
`, [`${from}a:1`, 'from stage -', `${from}base:latest`]);
		const { uses } = commandFactsOf('for v in 1 2; do\ncat > Dockerfile.$v <<EOF\nFROM a:$v\nEOF\ndone\n');
		assert.deepEqual(uses.map(({ value, alternatives }) => [value, ...alternatives.map(each => each.value)]), [['a:1', 'a:2']]);
	});

	it('behind what another program has written, a bare name may be a stage', () => {
		expectUses(shellCard, 'a.sh', 'cat >> Dockerfile <<EOF\nFROM base\nCOPY --from=«b:1» /a /b\nFROM «scratch»\nEOF\n', ['copy-from image docker.io/library/b:1', 'from scratch -']);
	});

	it('Kubernetes objects and Compose files, by name or by what they hold', () => {
		expectUses(shellCard, 'a.sh', `T=1
cat > pod.yaml <<EOF
${pod('"«a:$T»"')}---
${pod('«$UNKNOWN»')}EOF
cat > "$(mktemp)" <<'EOF'
${pod('«b:1»')}EOF
cat > docker-compose.yml <<EOF
services:
  a: {image: «c:1»}
  b: {image: "«d:\\\${V:-2}»", build: .}
EOF
cat > notes.txt <<EOF
${pod('no:1')}EOF
`, [`${object}a:1`, 'kubernetes-image variable -', `${object}b:1`, 'compose-image image docker.io/library/c:1', 'compose-image build-output docker.io/library/d:2']);
	});

	it('what is edited in it stands in the script', () => {
		const { uses, text } = expectUses(shellCard, 'a.sh', `kubectl apply -f - <<EOF\n${pod('"«r.io/a:1»"')}EOF\n`, ['kubernetes-image image r.io/a:1']);
		assert.equal(uses[0]?.spans.tag && text.slice(uses[0].spans.tag.start, uses[0].spans.tag.end), '1');
		assert.equal(uses[0]?.owner && text.slice(uses[0].owner.span.start, uses[0].owner.span.end), 'kind');
		const [wrong] = commandFactsOf('cat > Dockerfile <<EOF\nFROM a:B@\nEOF\n').uses;
		assert.equal(wrong?.class, 'invalid');
		const { uses: invalid, text: whole } = expectUses(shellCard, 'a.sh', `kubectl apply -f - <<EOF\n${pod('«a:x/y»')}EOF\n`, ['kubernetes-image invalid -']);
		assert.ok(invalid[0]?.errorSpan && whole.slice(invalid[0].span.start).startsWith('a:'));
	});

	it('in workflows, pipelines and documentation', () => {
		expectUses(workflowCard, '.github/workflows/a.yml', `jobs:
  a:
    steps:
      - run: |
          cat > Dockerfile <<'EOF'
          FROM «a:1»
          EOF
`, [`${from}a:1`]);
		expectUses(gitlabCard, '.gitlab-ci.yml', `a:
  variables: {B: b:1}
  script:
    - |
      cat <<EOF > Dockerfile
      FROM «$B»
      EOF
`, [`${from}b:1`]);
		const block = `cat <<EOF | kubectl apply -f -\n${pod('«c:1»')}EOF\n`;
		for (const [language, text] of [['sh', block], ['', block], ['console', `$ ${block}$ docker ps\n`], ['console', `$ ${block.replaceAll('\n', '\n> ').slice(0, -2)}output\n`]]) {
			expectUses(markdownCard, 'README.md', `\`\`\`${language!}\n${text!}\`\`\`\n`, [`${object}c:1`]);
		}
		expectUses(markdownCard, 'README.md', '```console\n$ cat > Dockerfile <<EOF\nFROM a:1\n```\n', []);
	});

	it('a Quadlet unit; what envsubst fills in is not known', () => {
		expectUses(shellCard, 'a.sh', `tee /etc/containers/systemd/a.container <<EOF
[Container]
Image=«docker.io/library/a:1»
EOF
cat <<'EOF' | envsubst | kubectl apply -f -
${pod('«b:1»')}  - image: «c:\${V}»
EOF
cat <<'EOF' | sed s/X/1/ | kubectl apply -f -
${pod('no:X')}EOF
kind create cluster --config=- <<EOF
kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
nodes: [{image: «kindest/node:v1»}]
EOF
docker build - <<< $'FROM «d:1»\\n\\tRUN x'
`, ['quadlet-image image docker.io/library/a:1', `${object}b:1`, 'kubernetes-image variable -', 'kubernetes-image image docker.io/kindest/node:v1', `${from}d:1`]);
	});

	it('lines that only a run knows are left out', () => {
		expectUses(shellCard, 'a.sh', `kubectl apply -f - <<EOF
${pod('«a:1»')}  $(more)
  - image: «b:1»
EOF
cat > Dockerfile <<EOF
$(cat head)
FROM base
FROM «b:1»
EOF
`, [`${object}a:1`, `${object}b:1`, `${from}b:1`]);
	});

	it('in a Makefile make fills in first, also between single quotes', () => {
		expectUses(makefileCard, 'Makefile', `T := 3
x:
	echo 'FROM «a:$(T)»' > Dockerfile
	printf '${pod('«b:$(T)»').replaceAll('\n', '\\n')}' | kubectl apply -f -
	docker pull '«c:$(T)»'; echo "it's"; docker pull '«d:$(U)»' 'e'"'$(T)'"
	sh -c 'docker pull «f:$(T)» && T=4; docker pull «g:$$T»'
`, [`${from}a:3`, `${object}b:3`, 'command-pull image docker.io/library/c:3', 'command-pull variable -', 'command-pull image docker.io/library/f:3', 'command-pull image docker.io/library/g:4']);
	});

	it('no other text', () => {
		for (const script of [
			'cat > a.py <<EOF\nFROM a\nimage: b\nEOF', 'cat Dockerfile.in - > Dockerfile <<EOF\nFROM a\nEOF', 'echo FROM a', 'echo FROM a >&2', 'echo FROM a 2> Dockerfile',
			'printf "FROM %s" a > Dockerfile', 'sed s/a/b/ > Dockerfile <<EOF\nFROM a\nEOF', 'cat > Dockerfile', 'tee <<EOF\nFROM a\nEOF', 'echo > Dockerfile',
		]) {
			assert.deepEqual(commandFactsOf(script).uses, [], script);
		}
	});
});

describe('a file that a tool reads from its input', () => {
	it('kubectl, oc, podman and Compose', () => {
		expectUses(shellCard, 'a.sh', `kubectl apply -n x -f - <<EOF
${pod('«a:1»')}EOF
cat <<'EOF' | oc create --filename=-
${pod('«b:1»')}EOF
podman kube play - <<EOF
${pod('«c:1»')}EOF
docker compose -f - up -d <<EOF
services: {a: {image: «d:1»}}
EOF
docker stack deploy -c - x <<EOF
services: {a: {image: «e:1»}}
EOF
`, [`${object}a:1`, `${object}b:1`, `${object}c:1`, 'compose-image image docker.io/library/d:1', 'compose-image image docker.io/library/e:1']);
	});

	it('not what is deleted, nor where the file is another', () => {
		for (const start of ['kubectl delete -f -', 'kubectl apply -f x.yaml', 'docker compose up', 'docker compose run a -', 'helm upgrade a b -f -']) {
			assert.deepEqual(commandFactsOf(`${start} <<EOF\n${pod('a:1')}EOF\n`).uses, [], start);
		}
	});

	it('objects whose scripts write objects do not nest without end', () => {
		const nested = `kubectl apply -f - <<EOF
apiVersion: tekton.dev/v1
kind: Task
spec:
  steps:
  - image: a:1
    script: |
      kubectl apply -f - <<E2
      apiVersion: v1
      kind: Pod
      spec: {containers: [{image: b:1}]}
      E2
EOF
`;
		assert.deepEqual(commandFactsOf(nested).uses.map(({ value }) => value), ['a:1']);
	});
});
