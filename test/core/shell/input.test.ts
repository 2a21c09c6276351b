import assert from 'node:assert/strict';
import { markdownCard, shellCard } from '../../../src/core/extract/shell/cards.ts';
import { commandFactsOf } from '../../support/commands.ts';
import { expectUses } from '../../support/expectUses.ts';

const from = 'from image docker.io/library/';

describe('what a command reads from the script itself', () => {
	it('a Dockerfile in a heredoc, by `-` and by `-f -`', () => {
		expectUses(shellCard, 'a.sh', `docker build -t «x/y» - <<EOF
FROM «alpine:3» AS a
COPY --from=«nginx:1» /a /b
EOF
docker buildx build -f - . <<-'EOF'
	ARG V=9
	FROM «node:$V»
	EOF
podman build --file=/dev/stdin . <<< "FROM «redis:7»"
`, ['command-tag build-output docker.io/x/y:latest', `${from}alpine:3`, 'copy-from image docker.io/library/nginx:1', `${from}node:9`, `${from}redis:7`]);
	});

	it('the shell fills in its variables first where the word is not quoted', () => {
		expectUses(shellCard, 'a.sh', `V=3
docker build --build-arg B=8 - <<-EOF
	ARG B
	FROM «alpine:$V»
	FROM «node:\\$B»
	FROM «x:$UNKNOWN»
	EOF
`, [`${from}alpine:3`, `${from}node:8`, 'from variable -']);
	});

	it('a Dockerfile that is piped in', () => {
		expectUses(shellCard, 'a.sh', `echo "FROM «alpine:3»" | docker build -t «x» -
printf 'FROM «node:1»\\nRUN x\\nFROM «node:2»\\n' | docker build -f- .
cat <<EOF | docker build -
FROM «redis:7»
EOF
cat Dockerfile | docker build -
`, [`${from}alpine:3`, 'command-tag build-output docker.io/library/x:latest', `${from}node:1`, `${from}node:2`, `${from}redis:7`]);
	});

	it('commands for a shell', () => {
		for (const start of ['bash', 'sudo bash -e', 'sh -s -- x', 'ssh me@host', 'ssh me@host bash -s', 'ssh me@host \'sudo bash -s\'']) {
			const script = `${start} <<'EOF'\ndocker pull a:1\nEOF\n`;
			assert.deepEqual(commandFactsOf(script).uses.map(({ value }) => value), ['a:1'], start);
		}
	});

	it('no Dockerfile where the build reads another, and no commands where nothing runs them', () => {
		for (const script of ['docker build . <<EOF\nFROM a\nEOF', 'docker build -f x . <<EOF\nFROM a\nEOF', 'cat <<EOF\ndocker pull a\nEOF', 'bash x.sh <<EOF\ndocker pull a\nEOF', 'echo docker pull a | cat', 'docker build - <<EOF', 'echo a b | docker build -', 'docker build - <<<']) {
			assert.deepEqual(commandFactsOf(script).uses, [], script);
		}
	});

	it('in documentation too', () => {
		expectUses(markdownCard, 'README.md', '```sh\ndocker build - <<EOF\nFROM «alpine:3»\nEOF\n```\n', [`${from}alpine:3`]);
	});
});
