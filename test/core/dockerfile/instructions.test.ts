import assert from 'node:assert/strict';
import { readText, shorts } from './support.ts';

const table = (cases: readonly (readonly [string, string, readonly string[]])[]): void => {
	for (const [title, text, expected] of cases) {
		it(title, () => { assert.deepEqual(shorts(text), expected); });
	}
};

describe('stages of a Dockerfile', () => {
	table([
		['a stage may have its image\'s name', 'FROM debian AS debian\nFROM debian', ['debian -> debian:latest', 'stage debian']],
		['FROM matches the lower-case name only', 'FROM a AS Build\nFROM Build\nFROM build', ['a -> a:latest', 'invalid Build', 'stage build']],
		['COPY and mounts match in any case', 'FROM a AS Build\nCOPY --from=BUILD a b\nRUN --mount=from=bUILD,target=/x ls', ['a -> a:latest', 'copy-from stage BUILD', 'run-mount-from stage bUILD']],
		['FROM does not see a later stage', 'FROM later\nFROM b AS later', ['later -> later:latest', 'b -> b:latest']],
		['COPY names a later stage, never an image', 'FROM a\nCOPY --from=later a b\nFROM b AS later', ['a -> a:latest', 'copy-from stage later', 'b -> b:latest']],
		['COPY takes numbers as indexes, also out of range', 'FROM a\nCOPY --from=0 a b\nCOPY --from=00 a b\nCOPY --from=5 a b', ['a -> a:latest', 'copy-from index 0', 'copy-from index 00', 'copy-from index 5']],
		['a mount takes a number as a name', 'FROM a\nRUN --mount=from=0,target=/x ls', ['a -> a:latest', 'run-mount-from 0 -> 0:latest']],
		['scratch is no image', 'FROM scratch\nCOPY --from=scratch a b', ['scratch scratch', 'copy-from scratch scratch']],
		['only as it is', 'FROM SCRATCH\nFROM scratch:latest', ['invalid SCRATCH', 'scratch:latest -> scratch:latest']],
		['a stage may be called scratch', 'FROM a AS scratch\nFROM scratch', ['a -> a:latest', 'stage scratch']],
		['--from of COPY is not expanded', 'ARG V=a\nFROM a\nCOPY --from=$V a b\nRUN --mount=from=$V,target=/x ls', ['a -> a:latest', 'copy-from variable $V', 'run-mount-from variable $V']],
		['a comment after FROM is too many arguments', 'FROM alpine:3 # why\nFROM b', ['b -> b:latest']],
		['so is AS without a name', 'FROM a AS\nFROM b as x', ['b -> b:latest']],
		['a name may be expanded from an argument', 'ARG K=x\nFROM a AS build-x\nFROM build-${K}', ['a -> a:latest', 'stage build-${K}']],
	]);
});

describe('flags of a Dockerfile', () => {
	table([
		['quotes are no part of the value', 'FROM a\nCOPY --from="nginx:1" a b\nCOPY --from=\'nginx:2\' a b', ['a -> a:latest', 'copy-from nginx:1 -> nginx:1', 'copy-from nginx:2 -> nginx:2']],
		['the whole flag may not be quoted', 'FROM a\nCOPY "--from=nginx" a b', ['a -> a:latest']],
		['flags stand in any order', 'FROM a\nCOPY --link --chown=1:1 --from=nginx a b', ['a -> a:latest', 'copy-from nginx -> nginx:latest']],
		['-- ends them', 'FROM a\nCOPY -- --from=nginx b', ['a -> a:latest']],
		['an empty one names nothing', 'FROM a\nCOPY --from= a b\nCOPY --from a b\nRUN --mount=from=,target=/x ls', ['a -> a:latest']],
		['every mount counts, keys in any case', 'FROM a\nRUN --mount=type=cache,target=/c --mount=FROM=b,target=/x --mount=target=/y,from=c ls', ['a -> a:latest', 'run-mount-from b -> b:latest', 'run-mount-from c -> c:latest']],
		['a mount is a CSV record', 'FROM a\nRUN --mount=\'type=bind,"from=a/b:1",target=/x\' ls', ['a -> a:latest', 'run-mount-from a/b:1 -> docker.io/a/b:1']],
		['whose last from counts', 'FROM a\nRUN --mount=from=x,from=y,target=/x ls', ['a -> a:latest', 'run-mount-from y -> y:latest']],
		['in which a doubled quote is one', 'FROM a\nRUN --mount=\'"x="",from=b","from=c"\' ls', ['a -> a:latest', 'run-mount-from c -> c:latest']],
		['whose quotes must end where the field does', 'FROM a\nRUN --mount=\'"from=b"x\' --mount=\'"from=c\' ls', ['a -> a:latest']],
		['and which may be broken', 'FROM a\nRUN --mount=\'from=x",target=/x\' ls', ['a -> a:latest']],
		['ADD is read like COPY', 'FROM a\nADD --from=x a b', ['a -> a:latest', 'copy-from x -> x:latest']],
		['ONBUILD has triggers', 'FROM a AS s\nONBUILD COPY --from=x a b\nonbuild run --mount=from=s,target=/x ls\nONBUILD ONBUILD COPY --from=y a b\nONBUILD FROM', ['a -> a:latest', 'onbuild-copy-from x -> x:latest', 'onbuild-run-mount-from stage s']],
		['a FROM behind ONBUILD names an image, though BuildKit refuses it', 'ARG V=1\nFROM a AS s\nONBUILD FROM --platform=linux/arm64 z:$V AS y\nonbuild from s', ['a -> a:latest', 'onbuild-from z:$V -> z:1', 'onbuild-from stage s']],
	]);
});

describe('directives of a Dockerfile', () => {
	const from = 'FROM a';
	const image = (text: string): string => `syntax ${text} -> docker.io/${text}`;
	table([
		['syntax', `# syntax=x/y:1\n${from}`, [image('x/y:1'), 'a -> a:latest']],
		['up to the first blank, any case, blanks around', `#SYNTAX  =  x/y:1 rest=1  \n${from}`, [image('x/y:1'), 'a -> a:latest']],
		['after other directives', `# escape=\`\n# check=skip=all\n# syntax=x/y:1\n${from}`, [image('x/y:1'), 'a -> a:latest']],
		['after #!', `#!/usr/bin/x\n# syntax=x/y:1\n${from}`, [image('x/y:1'), 'a -> a:latest']],
		['not after an unknown one', `# foo=bar\n# syntax=x/y:1\n${from}`, ['a -> a:latest']],
		['not after a comment', `# hello\n# syntax=x/y:1\n${from}`, ['a -> a:latest']],
		['not after an empty line', `\n# syntax=x/y:1\n${from}`, ['a -> a:latest']],
		['not indented', ` # syntax=x/y:1\n${from}`, ['a -> a:latest']],
		['with //', `// check=x\n// syntax=x/y:1\n${from}`, [image('x/y:1'), 'a -> a:latest']],
		['in JSON', '{ "other": {"syntax": "no/no"}, "syntax": "x/y:1" }', [image('x/y:1')]],
		['in JSON with escapes', '{"syntax": "x\\/y\\u003a1"}', ['syntax x\\\\/y\\\\u003a1 -> docker.io/x/y:1']],
		['the last in JSON, and one that is a text', '{"syntax": "no", "syntax": "x/y:1"}', [image('x/y:1')]],
		['none in JSON', '{"syntax": "no", "syntax": 1}', []],
		['not in broken JSON', '{ "syntax": "x/y:1" ', []],
		['the first of two', `# syntax=x/y:1\n# syntax=x/y:2\n${from}`, [image('x/y:1'), 'a -> a:latest']],
		['with CRLF', `# syntax=x/y:1\r\n${from}\r\n`, [image('x/y:1'), 'a -> a:latest']],
		['an invalid one', `# syntax=X/y@\n${from}`, ['syntax invalid X/y@', 'a -> a:latest']],
	]);
	it('escape is told', () => {
		assert.equal(readText('# escape=`\nFROM a').dockerfile?.escape, '`');
		assert.equal(readText('# escape=x\nFROM a').dockerfile?.escape, '\\');
		assert.equal(readText('#!/x\n# escape=`\nFROM a').dockerfile?.escape, '\\');
	});
});

describe('facts of a Dockerfile', () => {
	it('instructions, stages and arguments have their places', () => {
		const text = 'ARG A=1\nFROM a AS Build\nARG A\nARG B="x y" C\nHEALTHCHECK CMD true\nRUN <<E\nFROM z\nE\nONBUILD RUN x\n';
		const { instructions, stages, args } = readText(text).dockerfile!;
		const cut = (span?: { start: number; end: number }): string | undefined => span && text.slice(span.start, span.end);
		assert.deepEqual(instructions.map(({ keyword, stage, value, onbuild }) => [keyword, stage, value, onbuild]), [
			['ARG', -1, 'A=1', undefined], ['FROM', 0, 'a AS Build', undefined], ['ARG', 0, 'A', undefined], ['ARG', 0, 'B="x y" C', undefined],
			['HEALTHCHECK', 0, 'CMD true', undefined], ['RUN', 0, '<<E', undefined], ['ONBUILD', 0, 'RUN x', 'RUN'],
		]);
		assert.equal(cut(instructions[5]?.span), 'RUN <<E\nFROM z\nE');
		assert.equal(cut(instructions[4]?.keywordSpan), 'HEALTHCHECK');
		assert.deepEqual(stages.map(({ name, nameSpan, use }) => [name, cut(nameSpan), use]), [['build', 'Build', 0]]);
		assert.deepEqual(args.map(({ name, value, valueSpan, stage }) => [name, value, cut(valueSpan), stage]), [
			['A', '1', '1', -1], ['A', '1', undefined, 0], ['B', 'x y', '"x y"', 0], ['C', undefined, undefined, 0],
		]);
	});

	it('a use belongs to its stage', () => {
		const labels = readText('FROM a AS Build\nCOPY --from=x a b\nFROM c\nCOPY --from=y a b').uses.map(use => use.owner?.label);
		assert.deepEqual(labels, ['stage build', 'stage build', 'stage 1', 'stage 1']);
	});
});
