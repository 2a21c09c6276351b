import assert from 'node:assert/strict';
import { commandFactsOf } from '../../support/commands.ts';

describe('Parameter expansions of a shell script', () => {
	// As bash 5 gives them.
	const table: readonly (readonly [value: string, expansion: string, result: string])[] = [
		['ghcr.io/acme/api', '${V#*/}', 'acme/api'], ['ghcr.io/acme/api', '${V##*/}', 'api'], ['ghcr.io/acme/api', '${V%/*}', 'ghcr.io/acme'], ['ghcr.io/acme/api', '${V%%/*}', 'ghcr.io'],
		['v1.2.3', '${V#v}', '1.2.3'], ['v1.2.3', '${V%.*}', 'v1.2'], ['v1.2.3', '${V#x}', 'v1.2.3'], ['v1.2.3', '${V%.3}', 'v1.2'],
		['a/b/c/d', '${V#*/*/}', 'c/d'], ['a/b/c/d', '${V%/*/*}', 'a/b'], ['a/b/c/d', '${V##*/*/}', 'd'], ['a/b/c/d', '${V%%/*/*}', 'a'],
		['a-b-c', '${V/-/.}', 'a.b-c'], ['a-b-c', '${V//-/.}', 'a.b.c'], ['a-b-c', '${V/-*/.x}', 'a.x'], ['a-b-c', '${V//-*/.x}', 'a.x'], ['a-b-c', '${V/b*d/x}', 'a-b-c'], ['refs/tags/v1', '${V#refs/tags/}', 'v1'],
		['Acme/Api', '${V,,}', 'acme/api'], ['aab', '${V%a*b}', 'a'], ['aab', '${V%%a*b}', ''],
	];
	for (const [value, expansion, result] of table) {
		it(`${expansion} of ${value}`, () => {
			const { uses } = commandFactsOf(`V=${value}\ndocker pull x${expansion}y\n`);
			assert.equal(uses[0]?.value, `x${result}y`);
		});
	}

	for (const [script, values] of [
		['A=; docker pull a${A-x} b${A:-y}', ['a', 'by']], ['A=q; docker pull ${A:?no} ${A:+r} s${A/x}', ['q', 'r', 'sq']],
		['A=q; docker pull ${A^^}x ${A@Q} ${A:0:1} ${#A} ${!A}', ['Qx', undefined, 'q', '1', undefined]], ['A=B; B=qx; docker pull ${!A} ${B^} ${#C}', ['qx', 'Qx', undefined]], ['A=abcdef; docker pull ${A:2} ${A:1:2} ${A:1:-1} ${A:$1}', ['cdef', 'bc', 'bcde', undefined]], ['docker pull ${A:?no} ${A:+r} ${A:-$1} ${A#x} ${A,,}', [undefined, undefined, undefined, undefined, undefined]],
		['read A; docker pull ${A:-x}', [undefined]], ['A=q; docker pull x${A#$1} x${A#[a-z]} x${A//$1/x} x${A//q/$1}', [undefined, undefined, undefined, undefined]],
		['A=(a b); docker pull ${A[0]} ${A[1]} ${A[2]} ${A[x]}', ['a', 'b', undefined, undefined]], [`A=${'a'.repeat(2100)}; docker pull \${A#a}`, [undefined]],
		['A=abc; docker pull x${A/*/y} x${A/c*/y}', ['xy', 'xaby']], ['docker pull $X${Y:-"$Z"} "a\\$b" ${V:-${V:-${V:-${V:-${V:-${V:-${V:-${V:-x}}}}}}}}', [undefined, undefined, undefined]],
	] as const) {
		it(`in ${script.slice(0, 60)}`, () => {
			const [before, words] = script.split('docker pull ');
			assert.deepEqual(words!.split(' ').flatMap(word => commandFactsOf(`${before!}docker pull ${word}`).uses.map(({ value }) => value)), values);
		});
	}

	it('a default that is assigned holds from then on', () => {
		assert.deepEqual(commandFactsOf('docker pull ${A:-x}; docker pull ${A:=y}; docker pull ${A:-z}').uses.map(({ value }) => value), ['x', 'y', 'y']);
	});

	for (const pattern of ['#*a*a*b', '##*a*a*b', '%b*a*a', '%%*a*a*b', '%%a*a*b', '/a*a*b/x', '//*a*a*b/x']) {
		it(`take no time to speak of, whatever the value: ${pattern}`, () => {
			const started = performance.now();
			commandFactsOf(`V=${'a'.repeat(1900)}\n${`docker pull \${V${pattern}}\n`.repeat(200)}`);
			// Milliseconds; the time of a regular expression would be minutes.
			assert.ok(performance.now() - started < 3000);
		});
	}
});
