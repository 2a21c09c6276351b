import assert from 'node:assert/strict';
import { composeCard } from '../../../src/core/extract/compose/card.ts';
import { readDotenv } from '../../../src/core/extract/compose/dotenv.ts';
import { interpolate } from '../../../src/core/extract/compose/interpolate.ts';
import { environmentScope } from '../../../src/core/extract/compose/scope.ts';
import { sliceMap } from '../../../src/core/util/textMap.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';

const environment = { SET: 'v', EMPTY: '' };

function value(template: string): string {
	const { map, open, refused } = interpolate(sliceMap(template, { start: 0, end: template.length }), environmentScope(environment));
	return map.text + (open ? ' open' : '') + (refused ? ' refused' : '');
}

describe('Compose: interpolation', () => {
	it('takes time in proportion to the length of braces that never end', () => {
		const started = process.cpuUsage();
		assert.match(value('${a:-'.repeat(100_000)), /refused$/);
		assert.match(value(`\${a:-\${SET}x} ${'${b '.repeat(100_000)}\${SET}`), /^vx .*v refused$/);
		const { user, system } = process.cpuUsage(started);
		assert.ok(user + system < 1_000_000, `${(user + system) / 1000} ms`);
	});

	const table: readonly (readonly [template: string, value: string])[] = [
		['a:$SET', 'a:v'], ['a:${SET}', 'a:v'], ['${SET}x', 'vx'], ['$SETx', ' open'], ['a:${NO}', 'a: open'],
		['${NO:-d}', 'd'], ['${NO-d}', 'd'], ['${EMPTY:-d}', 'd'], ['${EMPTY-d}', ''], ['${SET:-d}', 'v'], ['${NO:-}', ''],
		['${SET:+r}', 'r'], ['${EMPTY:+r}', ''], ['${EMPTY+r}', 'r'], ['${NO+r}', ''], ['${SET:+${SET}2}', 'v2'],
		['${SET:?e}', 'v'], ['${NO:?e}', ' refused'], ['${EMPTY:?e}', ' refused'], ['${EMPTY?e}', ''], ['${NO?e}', ' refused'],
		['${NO:-${NO2:-d}}', 'd'], ['${NO:-a${SET}b}c', 'avbc'], ['${NO:-a:b-c?d}', 'a:b-c?d'], ['${NO:-"a:1"}', '"a:1"'],
		['$$SET', '$SET'], ['$${SET}', '${SET}'], ['$$$SET', '$v'], ['a$1x', 'a$1x'], ['$(cmd)', '$(cmd)'], ['$', '$'], ['a$', 'a$'],
		['${', '${ refused'], ['${}', '${} refused'], ['${1}', '${1} refused'], ['${NO:-d', '${NO:-d refused'], ['${A.B}', '${A.B} refused'],
	];
	for (const [template, expected] of table) {
		it(`${template} is ${expected || 'empty'}`, () => { assert.equal(value(template), expected); });
	}

	it('nests without end and without harm', () => {
		assert.match(value('${A:-'.repeat(5000) + '}'.repeat(5000)), /refused/);
	});

	it('keeps the place of a default, so that its tag can be changed', () => {
		const text = 'services:\n  a:\n    image: ${R:-docker.io}/n:${T:-1.2}\n';
		const [use] = extractWith(composeCard, 'compose.yml', text).uses;
		assert.equal(use?.value, 'docker.io/n:1.2');
		assert.equal(text.slice(use.spans.tag?.start, use.spans.tag?.end), '1.2');
		assert.equal(text.slice(use.spans.domain?.start, use.spans.domain?.end), 'docker.io');
	});

	it('has no place for a tag that comes from elsewhere', () => {
		const [use] = extractWith(composeCard, 'compose.yml', 'services:\n  a:\n    image: n:${T}\n', { environment: { T: '1' } }).uses;
		assert.equal(use?.value, 'n:1');
		assert.equal(use.spans.tag, undefined);
		assert.equal(use.environmentDependent, true);
	});

	it('leaves a reference with an unset variable open, and names the variable', () => {
		const [use] = expectUses(composeCard, 'compose.yml', 'services:\n  a:\n    image: "«n:${T}»"\n', ['compose-image image -']).uses;
		assert.equal(use?.value, undefined);
		assert.deepEqual(use?.variables, [{ name: 'T' }]);
	});

	it('does not touch keys', () => {
		expectUses(composeCard, 'compose.yml', 'services:\n  ${SET}:\n    image: «a:1»\n    ${SET}: x\n', ['compose-image image docker.io/library/a:1'], { environment });
	});
});

describe('Compose: the .env file', () => {
	const read = (text: string): Record<string, string> => Object.fromEntries([...readDotenv('.env', text, environmentScope(environment))].map(([name, found]) => [name, found.value]));

	it('reads names, export, comments, both separators and blanks', () => {
		assert.deepEqual(read('# c\nA=1\n\nexport B = 2 # c\nC: 3\nD=a#b\r\nE=\n'), { A: '1', B: '2', C: '3', D: 'a#b', E: '' });
	});

	it('reads quotes: single ones are literal, double ones interpolate and unescape', () => {
		assert.deepEqual(read('A=\'$SET\'\nB="$SET\\n"\nC="a # b" # c\nD="two\nlines"\nE="\\$SET"\n'), { A: '$SET', B: 'v\n', C: 'a # b', D: 'two\nlines', E: '$SET' });
	});

	it('interpolates by earlier lines and by the environment', () => {
		assert.deepEqual(read('A=1\nB=${A}-$SET-${NO:-d}\n'), { A: '1', B: '1-v-d' });
	});

	it('takes a name alone from the environment', () => {
		assert.deepEqual(read('SET\nNO\nA=1'), { SET: 'v', A: '1' });
	});

	it('stops at a line that Compose refuses, and at the end of an open quote', () => {
		assert.deepEqual(read('A=1\n!x\nB=2\n'), { A: '1' });
		assert.deepEqual(read('A="open\n'), {});
	});

	it('counts for images beside it, below the environment; env_file does not', () => {
		const text = 'services:\n  a:\n    env_file: other.env\n    image: n:${T}-${U}\n';
		const files = { 'app/.env': 'T=1\nU=2\n', 'app/other.env': 'T=9\n' };
		const [use] = extractWith(composeCard, 'app/compose.yml', text, { files, environment: { U: '3' } }).uses;
		assert.equal(use?.value, 'n:1-3');
		assert.deepEqual(use.variables.map(({ name, origin, source }) => [name, origin, source?.file]), [['T', 'env-file', 'app/.env'], ['U', 'environment', undefined]]);
	});
});
