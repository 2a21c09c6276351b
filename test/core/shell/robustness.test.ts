import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cards } from '../../../src/core/extract/cards.ts';
import { shellCards } from '../../../src/core/extract/shell/cards.ts';
import { extractFile } from '../../../src/core/extract/extractFile.ts';
import type { ExtractCard } from '../../../src/core/extract/card.ts';
import type { FileFacts } from '../../../src/core/model/index.ts';
import { commandFactsOf } from '../../support/commands.ts';
import { holds, patience, seed } from '../fuzz/runs.ts';

const names: Readonly<Record<string, string>> = {
	'shell': 'build.sh', 'makefile': 'Makefile', 'workflow': '.github/workflows/a.yml', 'gitlab-ci': '.gitlab-ci.yml', 'azure': 'azure-pipelines.yml', 'circleci': '.circleci/config.yml',
	'pipeline': '.drone.yml', 'jenkinsfile': 'Jenkinsfile',
	'taskfile': 'Taskfile.yml', 'justfile': 'justfile', 'package-json': 'package.json', 'tasks-json': '.vscode/tasks.json', 'markdown': 'README.md',
};

const pieces = [
	'docker ', 'buildx build ', 'pull ', 'run ', 'push ', '-t ', '--tag=', 'a/b:1 ', '$V', '${V:-x}', '$(docker pull x)', '`', '"', '\'', '\\', '\\\n', '\r\n', '\n', '<image>', '<<EOF', 'EOF\n', '{{x}}', '${{ y }}',
	'if x; then ', 'fi ', '| ', '&& ', '; ', '# ', '- ', '  ', '\t', 'run: |\n', 'jobs:\n', ' steps:\n', 'script: ', 'image: ', '```sh\n', '```\n', '> ', '{"scripts":{"a":"', '"}}', ': ', 'A=b ', 'all:\n\t', '$$', '$(V)', ')', '(', '}', '\u{1f600}', '\0', 'skopeo copy docker://', 'bash -c "',
];

function factsOf(card: ExtractCard, text: string): FileFacts {
	return card.extract({ file: names[card.kind] ?? card.kind, text, files: new Map(), environment: {}, builds: [] });
}

function assertExact({ text, uses, commands, steps }: FileFacts): void {
	for (const use of uses) { assert.equal(use.text, text.slice(use.span.start, use.span.end)); }
	for (const command of commands) {
		for (const word of [...command.operands, ...command.flags.flatMap(({ value }) => value ?? [])]) { assert.equal(word.text, text.slice(word.span.start, word.span.end)); }
		assert.ok(command.span.start <= command.toolSpan.start && command.toolSpan.end <= command.span.end);
	}
	for (const { insertion } of steps) { assert.ok(!insertion || insertion.offset === 0 || text[insertion.offset - 1] === '\n'); }
}

describe('any text at all', () => {
	it(`never throws, and spans are exact (seed ${seed})`, function () {
		this.timeout(patience);
		holds<[string[], ExtractCard]>([fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), fc.constantFrom(...shellCards)], 1500, (parts, card) => {
			assertExact(factsOf(card, parts.join('')));
		});
	});

	it('every kind has a name here and is among the cards', () => {
		for (const card of shellCards) {
			const name = names[card.kind];
			assert.ok(name !== undefined && cards.find(each => each.matches(name, undefined, '')) === card, card.kind);
		}
	});

	for (const nest of ['$(', '${x:-', '(', '"$(', 'if x; then\n', '<<A ', '`"', '{{', 'bash -c "', '$((', 'f() {\n', '<a', '- ', '> ', '[', '{"a":']) {
		it(`is read in time: ${JSON.stringify(nest)} by the thousand`, function () {
			this.timeout(20_000);
			const text = 'docker pull a:1\n'.concat(nest.repeat(50_000 / nest.length));
			for (const card of shellCards) { assertExact(factsOf(card, text)); }
		});
	}

	it('quotes that are never closed cost their own line only, however many there are', () => {
		for (const count of [1, 10, 60]) {
			const text = 'docker pull a:1\necho "never closed\ndocker pull b:1 # \'\n'.repeat(count);
			const { uses } = commandFactsOf(text.concat('docker pull last:1\n'));
			assert.equal(uses.at(-1)?.value, 'last:1');
			assert.ok(uses.some(({ value }) => value === 'a:1'));
		}
	});

	it('a line longer than any, and dozens of heredocs on one, are left out', () => {
		assert.deepEqual(commandFactsOf(`docker pull ${'a'.repeat(70_000)}\n`).uses, []);
		assert.deepEqual(commandFactsOf(`docker pull a ${'<<E '.repeat(50)}\nE\n`).uses, []);
	});

	it('a script of 10 MB is read in seconds, its last command too', function () {
		this.timeout(30_000);
		const filler = 'if [ -f "$src/x" ]; then\n  cp -r "$src/x" /tmp/target # copy\n  VERSION=$(cat version)\nfi\n'.repeat(700);
		const text = `${(`${filler}docker push foo/bar:$TAG\n`).repeat(150)}docker pull last:1\n`;
		assert.ok(text.length > 9_000_000);
		const start = process.cpuUsage();
		const { uses } = commandFactsOf(text);
		// The processor's time: other programs do not count.
		const { user, system } = process.cpuUsage(start);
		const seconds = (user + system) / 1_000_000;
		assert.equal(uses.at(-1)?.value, 'last:1');
		assert.equal(uses.length, 151);
		// Two seconds on a quiet machine.
		assert.ok(seconds < 10, `${seconds} s`);
	});

	const many = Array.from({ length: 3000 }, (_, index) => index);
	const large: readonly (readonly [name: string, file: string, text: string])[] = [
		['exports of a script', 'a.sh', many.map(index => `export V${index}=${index}\ndocker pull a:$V${index}\n`).join('')],
		['outputs of steps', '.github/workflows/a.yml', `jobs:\n  a:\n    steps:\n${many.map(index => `    - id: s${index}\n      run: |\n        echo "v=1" >> $GITHUB_OUTPUT\n        docker pull a:${index}\n`).join('')}`],
		['outputs of jobs', '.github/workflows/a.yml', `jobs:\n${many.map(index => `  j${index}:\n    outputs: {v: "1"}\n    steps: [{run: docker pull a:${index}}]\n`).join('')}`],
		['variables of a pipeline', 'azure-pipelines.yml', `variables:\n${many.map(index => `  v${index}: ${index}\n`).join('')}steps:\n${many.map(index => `- script: docker pull a:$(v${index})\n`).join('')}`],
	];
	for (const [name, file, text] of large) {
		it(`is read in time: ${name} by the thousand`, function () {
			this.timeout(20_000);
			const { uses } = extractFile({ file, text, files: new Map(), environment: {}, builds: [] })!;
			assert.deepEqual(uses.map(use => use.value), many.map(index => `a:${index}`));
		});
	}
});
