import assert from 'node:assert/strict';
import type { BuildLink } from '../../../src/core/model/index.ts';
import { buildOf, readText, shorts } from './support.ts';

function value(text: string, builds: readonly BuildLink[] = []): string | undefined {
	return readText(text, builds).uses.at(-1)!.value;
}

describe('expansion in FROM', () => {
	const declared = 'ARG E=\nARG N\nARG V=a/b-c.d:1\nARG W=x\n';
	for (const [word, expected] of [
		['$W', 'x'], ['${W}', 'x'], ['a$W', 'ax'], ['$Wx', undefined], ['a:${W}-y', 'a:x-y'],
		['${E:-d}', 'd'], ['${E-d}', undefined], ['a${E-d}', 'a'], ['${N-d}', 'd'], ['${N:-d}', 'd'], ['${W:-d}', 'x'], ['${W-d}', 'x'],
		['a${W:+d}', 'ad'], ['a${E:+d}', 'a'], ['a${E+d}', 'ad'], ['a${N+d}', 'a'],
		['${W:?e}', 'x'], ['${W?e}', 'x'], ['${E?e}a', 'a'], ['${E:?e}', undefined], ['${N?e}', undefined],
		['${V#a/}', 'b-c.d:1'], ['${V#*/}', 'b-c.d:1'], ['${V##*[.-]}', 'a/b-c.d:1'], ['${V##*.}', 'd:1'], ['${V#?}', '/b-c.d:1'],
		['${V%:1}', 'a/b-c.d'], ['${V%:*}', 'a/b-c.d'], ['${V%%-*}', 'a/b'], ['${V%?}', 'a/b-c.d:'],
		['${V/b/q}', 'a/q-c.d:1'], ['${V//[a-z]/q}', 'a/b-c.d:1'], ['${V//?/q}', 'qqqqqqqqq'], ['${V/-*/}', 'a/b'], ['${V/\\//_}', 'a_b-c.d:1'],
		['${N:-${W}}', 'x'], ['${N:-${E:-z}}', 'z'], ['${N:-"a b"}', undefined],
		['\\$W', '$W'], ["'$W'", '$W'], ['"$W"', 'x'], ['a:"${W}"', 'a:x'], ['"a":\'b\'', 'a:b'], ['a\\:b', 'a:b'], ['"a\\"b"', 'a"b'],
		['${V#\\*}', 'a/b-c.d:1'], ["a${W#'\\\\'}", 'ax'], ["a${W#'x'}", 'a'], ['a${W#"x"}', 'a'], ['a${W#"\\*"}', 'ax'], ['a${W#"$W"}', 'a'], ['${V##z*}', 'a/b-c.d:1'], ['${V%z}', 'a/b-c.d:1'], ['a${N#x}', 'a'], ['a${N/x/y}', 'a'], ['"a\\b"', 'a\\b'], ['a<<b', 'a<<b'],
		['${Ä:-d}', 'd'], ['${Aé1:-d}', 'd'], ['a$W€', 'ax€'], ['a$١b', 'ab'], ['a$@', 'a'],
		['$U', undefined], ['a:$U', 'a:'], ['$1', undefined], ['a$', 'a$'],
		['$TARGETARCH', 'amd64'], ['${BUILDPLATFORM}', 'linux/amd64'], ['$TARGETVARIANT', undefined], ['a${TARGETVARIANT-x}', 'a'], ['$TARGETSTAGE', 'default'],
	] as const) {
		it(`${word} is ${expected ?? 'nothing'}`, () => {
			const use = readText(`${declared}FROM ${word}\n`).uses[0];
			assert.equal(use?.class === 'variable' || use === undefined ? undefined : use.value, expected);
		});
	}

	it('only ARGs before the first FROM count, ENV never', () => {
		assert.deepEqual(shorts('ARG V=1\nENV V=9\nFROM a:$V\nARG V=2\nENV V=3\nFROM b:$V'), ['a:$V -> a:1', 'b:$V -> b:1']);
	});

	it('the later ARG wins, one without value does not', () => {
		assert.equal(value('ARG V=1\nARG V=2\nARG V\nFROM a:$V'), 'a:2');
	});

	it('ARGs feed ARGs, several stand on one line, quotes go', () => {
		assert.equal(value('ARG A=1 B="x$A"\nARG C=${B}-${A} D\nFROM a:$C$D'), 'a:x1-1');
	});

	it('doubling values do not fill the memory', () => {
		readText(`ARG A=x\n${'ARG A=$A$A\n'.repeat(10_000)}FROM $A\n`);
	});

	it('a pattern that would cost too much is left alone', () => {
		const long = 'a'.repeat(4000);
		assert.equal(value(`ARG V=${long}\nFROM \${V#${'?'.repeat(3000)}b}`), long);
		assert.equal(value(`ARG V=${long}\nFROM \${V//${'?'.repeat(10)}b/c}`), long);
	});

	it('deep nesting leaves the image open, not a crash', () => {
		assert.equal(readText(`FROM ${'${A:-'.repeat(5000)}x${'}'.repeat(5000)}`).uses[0]?.class, 'variable');
	});

	for (const word of ['${V^^}', '${', '${}', '${:-x}', '${V:', "'a", '"a', '${V:#x}', '${V/a}', '${V#\\a}', '${V%\\a}', '${V/\\a/b}', '${V:!x}', '${1x}', '"a\\']) {
		it(`${word} is no reference`, () => { assert.equal(readText(`ARG V=a\nFROM ${word}\n`).uses[0]?.class, 'invalid'); });
	}
});

describe('what a FROM tells of its variables', () => {
	it('value, origin and place', () => {
		const text = 'ARG V=1\nARG N\nFROM a:$V-$N-${U:-d}-$TARGETOS\n';
		const { variables, environmentDependent, spans } = readText(text).uses[0]!;
		assert.deepEqual(variables.map(({ name, value: own, origin, source }) => [name, own, origin, source && text.slice(source.span.start, source.span.end)]), [
			['V', '1', 'arg', '1'], ['N', undefined, 'arg', 'N'], ['U', 'd', 'default', 'd'], ['TARGETOS', 'linux', 'platform', undefined],
		]);
		assert.equal(environmentDependent, true);
		assert.equal(spans.tag, undefined);
	});

	it('only parts that are written there have a place', () => {
		const cut = (text: string): (string | undefined)[] => {
			const { spans } = readText(text).uses.at(-1)!;
			return [spans.domain, spans.path, spans.tag].map(span => span && text.slice(span.start, span.end));
		};
		assert.deepEqual(cut('ARG T=1\nFROM a.b/node:${T}'), ['a.b', 'node', undefined]);
		assert.deepEqual(cut('ARG R=a.b\nFROM ${R}/node:1'), [undefined, 'node', '1']);
		assert.deepEqual(cut('FROM node:"1.2"'), [undefined, 'node', '1.2']);
		assert.deepEqual(cut('FROM "node:1"'), [undefined, 'node', '1']);
		assert.deepEqual(cut('FROM no"de":1'), [undefined, undefined, '1']);
		assert.deepEqual(cut('FROM ${X:-node:1}'), [undefined, 'node', '1']);
		assert.deepEqual(cut('FROM a\nCOPY --from="x/y:1" a b'), [undefined, 'x/y', '1']);
	});

	it('the place of what is wrong', () => {
		const text = 'FROM Node:20';
		const { error, errorSpan } = readText(text).uses[0]!;
		assert.equal(error?.kind, 'uppercase-repository');
		assert.deepEqual(errorSpan, { start: 5, end: 9 });
	});

	it('platforms that are asked for by name, not those of the machine', () => {
		const platforms = (text: string, builds: readonly BuildLink[] = []): readonly string[] => readText(text, builds).uses[0]!.platforms;
		assert.deepEqual(platforms('FROM --platform=linux/arm64 a'), ['linux/arm64']);
		assert.deepEqual(platforms('ARG P=linux/s390x\nFROM --platform="$P" a'), ['linux/s390x']);
		assert.deepEqual(platforms('FROM --platform=$BUILDPLATFORM a'), []);
		assert.deepEqual(platforms('FROM a', [buildOf({}, { platforms: ['linux/arm64', 'linux/amd64'] })]), ['linux/arm64', 'linux/amd64']);
	});
});

describe('callers of a Dockerfile', () => {
	const text = 'ARG V=1\nFROM a:$V';
	it('override defaults, the first being the usual one', () => {
		const use = readText(text, [buildOf({ V: '2' }), buildOf({ V: '3' }), buildOf({ V: '2' }), buildOf({})]).uses[0]!;
		assert.deepEqual([use.value, ...use.alternatives.map(each => each.reference?.tag)], ['a:2', '3', '1']);
		assert.deepEqual(use.variables[0]?.source?.file, 'compose.yaml');
		assert.equal(use.variables[0]?.origin, 'build-arg');
	});

	it('who gives a variable counts before who leaves it out; a wrong value does not wait', () => {
		const uses = (text: string, builds: readonly BuildLink[]) => readText(text, builds).uses.map(({ class: meaning, value: found }) => [meaning, found]);
		assert.deepEqual(uses('ARG V\nFROM a:$V', [buildOf({}), buildOf({ V: '1' })]), [['image', 'a:1']]);
		assert.deepEqual(uses('ARG V\nFROM a:$V', [buildOf({}), buildOf({})]), [['invalid', 'a:']]);
		assert.deepEqual(uses('ARG V\nFROM a:$V', [buildOf({ V: '' }), buildOf({ V: '1' })]), [['invalid', 'a:']]);
	});

	it('do not declare what the file does not', () => {
		assert.equal(readText('FROM a:x$V', [buildOf({ V: '2' })]).uses[0]?.value, 'a:x');
	});

	it('say more than a plain build that can say nothing', () => {
		const use = readText('ARG I\nFROM $I', [buildOf({}), buildOf({ I: 'b' })]).uses[0]!;
		assert.deepEqual([use.class, use.value], ['image', 'b']);
	});

	it('choose the platform and the target', () => {
		const use = readText('FROM a-$TARGETARCH:$TARGETSTAGE', [buildOf({}, { platforms: ['linux/arm64'], target: 'x' })]).uses[0]!;
		assert.deepEqual([use.value, use.environmentDependent], ['a-arm64:x', undefined]);
	});

	it('give names to contexts, which stand in for stages and images', () => {
		const contexts = { alpine: 'docker-image://b', base: '../base', 'docker.io/library/c:latest': './c' };
		assert.deepEqual(shorts('FROM alpine:latest\nFROM d AS base\nFROM base\nCOPY --from=c a b\nCOPY --from=e a b\nFROM alpine:3', [buildOf({}, { contexts })]), [
			'context alpine:latest', 'context d', 'context base', 'copy-from context c', 'copy-from e -> e:latest', 'alpine:3 -> alpine:3',
		]);
	});
});
