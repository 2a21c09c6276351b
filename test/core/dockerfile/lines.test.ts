import assert from 'node:assert/strict';
import { readText, shorts } from './support.ts';

const table = (cases: readonly (readonly [string, string, readonly string[]])[]): void => {
	for (const [title, text, expected] of cases) {
		it(title, () => { assert.deepEqual(shorts(text), expected); });
	}
};
const a = 'a -> a:latest';
const b = 'b -> b:latest';

describe('heredocs of a Dockerfile hide their body', () => {
	const body = (opening: string, end: string, indent = ''): string => `FROM a\n${opening}\n${indent}FROM no\n${indent}${end}\nFROM b`;
	table([
		['RUN', body('RUN <<EOF', 'EOF'), [a, b]],
		['COPY', body('COPY <<EOF /x', 'EOF'), [a, b]],
		['ADD', body('ADD <<EOF /x', 'EOF'), [a, b]],
		['with a COPY that has --from', body('COPY --from=c <<EOF /x', 'EOF'), [a, 'copy-from c -> c:latest', b]],
		['in the middle of a command', body('RUN cat <<EOF | sh', 'EOF'), [a, b]],
		['<<- ignores tabs before its end', body('RUN <<-EOF', 'EOF', '\t'), [a, b]],
		['<< does not', 'FROM a\nRUN <<EOF\n\tEOF\nFROM no\nEOF\nFROM b', [a, b]],
		['with a file descriptor', body('RUN 3<<EOF', 'EOF'), [a, b]],
		['with a blank before the word', body('RUN << EOF', 'EOF'), [a, b]],
		['with quotes', body('RUN <<"EOF"', 'EOF'), [a, b]],
		['with blanks in the quotes', body('RUN <<\'E O F\'', 'E O F'), [a, b]],
		['with quotes inside the word', body('RUN <<E"O"F', 'EOF'), [a, b]],
		['several', 'FROM a\nRUN <<A <<B\nFROM no\nA\nFROM no\nB\nFROM b', [a, b]],
		['as a trigger', body('ONBUILD RUN <<EOF', 'EOF'), [a, b]],
		['ends of CRLF files', 'FROM a\r\nRUN <<EOF\r\nFROM no\r\nEOF\r\nFROM b\r\n', [a, b]],
		['continuations and comments mean nothing inside', 'FROM a\nRUN <<EOF\n# x \\\nEOF\nFROM b', [a, b]],
		['opened on a continued line', 'FROM a\nRUN x \\\n <<EOF\nFROM no\nEOF\nFROM b', [a, b]],
		['open to the end of the file', 'FROM a\nRUN <<EOF\nFROM no', [a]],
	]);
	describe('which these have not', () => {
		for (const line of ['CMD cat <<EOF', 'RUN cat <<<EOF', 'RUN echo $((1<<2))', 'RUN ["cat", "<<EOF"]', 'RUN echo "<<EOF"', 'RUN echo \\<\\<EOF', 'ENTRYPOINT <<EOF', 'RUN x<<EOF', 'RUN echo "it\'s <<EOF']) {
			it(line, () => { assert.deepEqual(shorts(`FROM a\n${line}\nFROM b`), [a, b]); });
		}
	});
});

describe('continued lines of a Dockerfile', () => {
	table([
		['a pair of backslashes continues nothing', 'FROM a\nRUN echo \\\\\nFROM b', [a, b]],
		['blanks after the backslash do not matter', 'FROM a\nRUN x \\ \t\nFROM no\nFROM b', [a, b]],
		['comments inside are skipped', 'FROM \\\n# FROM no \\\n  # x\nb', [b]],
		['empty lines inside as well', 'FROM \\\n\n   \nb', [b]],
		['a comment is never continued', '# x \\\nFROM a', [a]],
		['a token may be split', 'FROM al\\\npine:3', ['al\\\\\\npine:3 -> alpine:3']],
		['a keyword may be split', 'FR\\\nOM b', [b]],
		['a path may swallow the next line', 'FROM a\nCOPY x c:\\\nFROM no\nFROM b', [a, b]],
		['unless the escape is another', '# escape=`\nFROM a\nCOPY x c:\\\nFROM b', [a, b]],
		['which then continues', '# escape=`\nFROM `\nb', [b]],
		['a line of a backslash alone', '\\\nFROM b', [b]],
		['at the end of the file', 'FROM a\nRUN x \\', [a]],
		['with CRLF', 'FROM \\\r\n  b\r\nRUN x \\\r\n  y\r\n', [b]],
	]);

	it('the range of a split token covers both lines, and its tag alone is told', () => {
		const text = 'FROM al\\\npine:3.20';
		const use = readText(text).uses[0]!;
		assert.deepEqual(use.span, { start: 5, end: text.length });
		assert.equal(use.spans.tag && text.slice(use.spans.tag.start, use.spans.tag.end), '3.20');
		assert.equal(use.spans.path && text.slice(use.spans.path.start, use.spans.path.end), 'al\\\npine');
	});
});

describe('odd characters in a Dockerfile', () => {
	table([
		['a lone carriage return is a blank', 'FROM a\rRUN x\nFROM\rb', [b]],
		['so are tab, vertical tab and form feed', 'FROM\ta\n\vFROM\vb\f', [a, b]],
		['a no-break space in front is trimmed', '\u00a0FROM a', [a]],
		['between words it is not', 'FROM\u00a0no\nFROM a\u00a0AS\u00a0x', ['invalid a\u00a0AS\u00a0x']],
		['keywords in any case', 'from a\nFrOm b', [a, b]],
		['unknown instructions are passed over', 'FORM no\nFROM b', [b]],
		['nothing', '', []],
		['only comments', '# x\n\n', []],
		['no line end', 'FROM a', [a]],
		['names in other scripts', 'FROM größe', ['invalid größe']],
	]);

	it('a file with a line over 65,535 bytes is refused', () => {
		assert.deepEqual(shorts(`FROM a\n# ${'x'.repeat(65_533)}\nFROM b`), [a, b]);
		assert.deepEqual(shorts(`FROM a\n# ${'x'.repeat(65_534)}\nFROM b`), []);
		assert.deepEqual(shorts(`FROM a\n# ${'ü'.repeat(32_767)}\nFROM b`), []);
		assert.deepEqual(shorts(`FROM a\nRUN <<E\n${'x'.repeat(65_536)}\nE\n`), []);
		assert.deepEqual(shorts(`FROM a\nRUN x \\\n${'x'.repeat(65_536)}\n`), []);
		assert.deepEqual(shorts(`FROM a\r\n# ${'x'.repeat(65_532)}\r\nFROM b`), [a, b]);
	});

	it('takes time in proportion to the size, whatever it is made of', function () {
		this.timeout(120_000);
		for (const piece of ['FROM a\n', 'x', '\\\n', 'RUN <<E\n', '"', '${A:-', '$', '# x\n', 'ARG A=x$A$A\n', 'ARG A=${A}x\n', '--a ', '\r', 'COPY --from=a"b" c d\n', 'RUN --mount=a,b,from=c x\n', 'FROM ${A/*/b}\n']) {
			const small = cpuMilliseconds(piece, 40_000);
			const large = cpuMilliseconds(piece, 320_000);
			// 8 is linear, 64 quadratic; short times say nothing.
			assert(large < 500 || large / small < 30, `${piece}: ${small} ms, ${large} ms`);
		}
	});

	it('reads 10 MB', function () {
		this.timeout(60_000);
		const stage = `FROM node:22 AS a\nRUN ${'npm ci && '.repeat(40)} true\n`;
		const count = Math.floor(10_000_000 / stage.length);
		assert.equal(readText(stage.repeat(count)).dockerfile?.stages.length, count);
	});
});

/** Time of the processor, which others on the machine do not lengthen much. */
function cpuMilliseconds(piece: string, size: number): number {
	const text = piece.repeat(Math.ceil(size / piece.length));
	const before = process.cpuUsage();
	readText(text);
	const { user, system } = process.cpuUsage(before);
	return Math.round((user + system) / 1000);
}
