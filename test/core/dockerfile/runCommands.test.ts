import assert from 'node:assert/strict';
import type { Span, ToolCommand } from '../../../src/core/model/index.ts';
import { readText } from './support.ts';

const run = 'RUN E=1 export F="quay.io/a" && \\\n  G=2 docker build --tag q.io/a/b:1 \\\n    -f Dockerfile . && docker push "q.io/a/b:1"\n';

describe('commands in RUN', () => {
	it('stand where they are written, whatever was read before', () => {
		for (const before of ['FROM a\n', 'FROM a\n# more\n', 'FROM a\n# more\n', 'FROM a\nRUN docker pull x\n', 'FROM a\n']) {
			const text = `${before}${run}COPY a b\n${run}`;
			const commands = readText(text).commands.filter(({ subcommand }) => subcommand !== 'pull');
			assert.deepEqual(commands.map(({ subcommand }) => subcommand), ['build', 'push', 'build', 'push']);
			for (const command of commands) { assertPlaces(command, text); }
		}
	});

	it('are read with their flags, operands and environment', () => {
		const [build] = readText(`FROM a\n${run}`).commands;
		assert.deepEqual(build!.flags.map(({ long, value }) => [long, value?.text]), [['tag', 'q.io/a/b:1'], ['file', 'Dockerfile']]);
		assert.deepEqual(build!.operands.map(({ text }) => text), ['.']);
		assert.equal(build!.environment.at(-1)?.name, 'G');
		assert.equal(build!.host, 'dockerfile');
	});
});

function assertPlaces(command: ToolCommand, text: string): void {
	const at = ({ start, end }: Span): string => text.slice(start, end);
	assert.equal(at(command.toolSpan), 'docker');
	assert.equal(at(command.subcommandSpan), command.subcommand);
	assert(at(command.span).startsWith('docker ') && /(?:\.|")$/.test(at(command.span)));
	for (const word of [...command.operands, ...command.environment.map(({ value }) => value), ...command.flags.flatMap(({ value }) => value ?? [])]) { assert.equal(at(word.span), word.text); }
	for (const { name, nameSpan, span } of command.flags) {
		assert.equal(at(nameSpan), name);
		assert(at(span).startsWith(name));
	}
}
