import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { shellCard } from '../../../src/core/extract/shell/cards.ts';

/** Scripts that give `T` a value, and what it is. */
const table: readonly (readonly [script: string, value: string])[] = [
	// Conditions
	['if [ 1 -lt 2 ]; then T=1; else T=2; fi', '1'],
	['if ! [ 1 -lt 2 ]; then T=1; else T=2; fi', '2'],
	['if [ ! a = b ]; then T=1; else T=2; fi', '1'],
	['if test ! a; then T=1; else T=2; fi', '2'],
	['if test a; then T=1; else T=2; fi', '1'],
	['if [ "" ]; then T=1; else T=2; fi', '2'],
	['X=; if [ -z "$X" ]; then T=1; else T=2; fi', '1'],
	['X=; if [ -n "$X" ]; then T=1; else T=2; fi', '2'],
	['if [ a != b ]; then T=1; else T=2; fi', '1'],
	['if [ 3 -ge 3 ] && [ 3 -le 3 ]; then T=1; else T=2; fi', '1'],
	['if [ 3 -gt 3 ] || [ 3 -ne 3 ]; then T=1; else T=2; fi', '2'],
	['if [ 3 -eq 3 ] && [ x = x ]; then T=1; else T=2; fi', '1'],
	['if true && false; then T=1; else T=2; fi', '2'],
	['if { [ 1 = 1 ]; }; then T=1; else T=2; fi', '1'],
	['if [[ ( a == a ) && ! b == c ]]; then T=1; else T=2; fi', '1'],
	['if [[ ! ! a == a ]]; then T=1; else T=2; fi', '1'],
	['if [[ a == b || c != d ]]; then T=1; else T=2; fi', '1'],
	['X=release-1; if [[ $X == release-* ]]; then T=1; else T=2; fi', '1'],
	['X=release-1; if [[ $X != release-* ]]; then T=1; else T=2; fi', '2'],
	['if [[ -n a ]]; then T=1; else T=2; fi', '1'],
	['if [[ a ]]; then T=1; else T=2; fi', '1'],
	['case abc in x|a*) T=1;; *) T=2;; esac', '1'],
	['case abc in b*) T=1;; ab) T=2;; esac; T=${T:-3}', '3'],
	['case abc in a*) T=1;;& *c) T=2;; esac', '2'],
	// Arithmetic
	['T=$(( (1 + 2) * 3 ))', '9'],
	['X=7; T=$((X - 2))', '5'],
	['X=7; T=$(($X / 2))', '3'],
	['X=7; T=$((X % 4))', '3'],
	['T=$((-3 + 5))', '2'],
	['T=$((+3))', '3'],
	['T=$((2 ** 3))', '8'],
	['T=$((010 + 1))', '9'],
	// Filters
	['T=$(echo a-b | cat)', 'a-b'],
	['T=$(echo v1.2 | tr -d v)', '1.2'],
	['T=$(echo ABC | tr "[:upper:]" "[:lower:]")', 'abc'],
	['T=$(echo abc | tr a-z A-Z)', 'ABC'],
	['T=$(echo a_b_c | tr _ -)', 'a-b-c'],
	['T=$(echo abc | tr ab xy)', 'xyc'],
	['T=$(echo 1.2.3 | cut -d. -f1)', '1'],
	['T=$(echo 1.2.3 | cut -d . -f 2)', '2'],
	['T=$(echo 1.2.3 | cut -f3 -d.)', '3'],
	['T=$(echo 123 | cut -d. -f2)', '123'],
	['T=x$(echo 1. | cut -d. -f3)', 'x'],
	['T=$(echo 1.2.3 | cut -c1-3)', '1.2'],
	['T=$(echo v1.2 | sed s/v//)', '1.2'],
	['T=$(echo v1.2 | sed -e "s/^v//")', '1.2'],
	['T=$(echo 1.2v | sed "s/v$//")', '1.2'],
	['T=$(echo v1.2 | sed "s/^x//")', 'v1.2'],
	['T=$(echo 1.2 | sed "s/x$//")', '1.2'],
	['T=$(echo abc | sed "s/^abc$/d/")', 'd'],
	['T=$(echo abcd | sed "s/^abc$/d/")', 'abcd'],
	['T=$(echo a/b/c | sed "s|/|-|g")', 'a-b-c'],
	['T=$(echo a/b/c | sed "s#/#-#")', 'a-b/c'],
	['T=$(echo abc | sed -n p)', 'abc'],
	['T=$(echo abc | sed "s/[ab]/x/g")', 'xxc'],
	['T=$(printf "1\\n2\\n3\\n" | head -n 1)', '1'],
	['T=$(printf "1\\n2\\n3\\n" | head -1)', '1'],
	['T=$(printf "1\\n2\\n3\\n" | tail -n1)', '3'],
	['T=$(printf "1\\n2\\n" | tail +2)', '2'],
	['T=$(echo abc | rev)', 'cba'],
	// What commands write
	['T=$(basename a/b/c.tar .tar)', 'c'],
	['T=$(basename a/b/c.tar)', 'c.tar'],
	['T=$(basename c.tar .gz)', 'c.tar'],
	['T=$(dirname a/b/c)', 'a/b'],
	['T=$(dirname c)', '.'],
	['T=$(basename a/b/)', 'b'],
	['T=$(echo -n 1)', '1'],
	['T=x$(echo)', 'x'],
	['T=$(echo -e "1\\t2" | cut -f1)', '1'],
	['T=$(printf %s-%s 1 2)', '1-2'],
	['printf -v T "%s" 1', '1'],
	// Parameters
	['X=abc; T=${X^}', 'Abc'],
	['X=ABC; T=${X,}', 'aBC'],
	['X=AbC; T=${X,,}', 'abc'],
	['X=; T=x${X:+y}', 'x'],
	['X=; T=x${X+y}', 'xy'],
	['X=abc; T=${X:1}', 'bc'],
	['X=abc; T=${X: -2}', 'bc'],
	['X=abcdef; T=${X: -4:2}', 'cd'],
	['X=abcdef; T=${X:1:-2}', 'bcd'],
	['X=a.b.c; T=${X%.*}', 'a.b'],
	['X=a.b.c; T=${X%%.*}', 'a'],
	['X=a.b.c; T=${X#*.}', 'b.c'],
	['X=a.b.c; T=${X##*.}', 'c'],
	['X=a.b.c; T=${X#x*.}', 'a.b.c'],
	['X=a.b.c; T=${X#*x*.}', 'a.b.c'],
	['X=a.b.c; T=${X/./-}', 'a-b.c'],
	['X=a.b.c; T=${X//./-}', 'a-b-c'],
	['X=a.b.c; T=${X/.*/}', 'a'],
	['X=(a b c); T=${#X[@]}', '3'],
	['X=abc; T=${#X}', '3'],
	['X=(a b c); T=${X[1]}', 'b'],
	['X=(a b c); T=${X[-1]}', 'c'],
	['X=(a b c); T=${X[5]}x', 'x'],
	['declare -A M=([k]=v [l]=w); T=${M[l]}', 'w'],
	['declare -A M=([k]=v [l]=w); T=${#M[@]}', '2'],
	['V=X; X=1; T=${!V}', '1'],
	['T=${Y:=5}; T=$Y', '5'],
	// What shells read
	['read -r T <<< 1', '1'],
	['IFS=: read -r X T <<< a:b', 'b'],
	['IFS=: read -r T X <<< a:b:c', 'a'],
	['read -p x -r X T <<< "  a   b  "', 'b'],
	['read -ra X <<< "a b c"; T=${X[2]}', 'c'],
	['read -r X T <<< a; T=x$T', 'x'],
	['read -n 1 T <<< abc', 'a'],
	['mapfile -t X < <(printf "a\\nb\\n"); T=${X[1]}', 'b'],
	['mapfile X < <(printf "a\\nb\\n"); T=$(echo ${X[1]})', 'b'],
	['while read -r X T || [ -n "$X" ]; do :; done <<< "a b"; T=b', 'b'],
	['f() { T=$2; }; set -- a b; f "$@"', 'b'],
	['set -- a b c; shift; T=$1', 'b'],
	['set -- a b c; shift 2; T=$1', 'c'],
	['f() { local X; X=1; T=$X; }; X=2; f', '1'],
	['f() { declare -g T=1; }; f', '1'],
	['f() { local T=2; }; T=1; f', '1'],
	['set -o errexit; T=1', '1'],
	['set -ao pipefail; T=1', '1'],
	['unset X; T=${X-1}', '1'],
];

describe('What a script works out is what bash works out', () => {
	for (const [script, value] of table) {
		it(script, () => {
			const [use] = shellCard.extract({ file: 'a.sh', text: `${script}\ndocker pull "img/$T"\n`, files: new Map(), environment: {}, builds: [] }).uses;
			const said = [use?.value, ...use?.alternatives.map(each => each.value) ?? []].filter(each => each !== undefined);
			if (said.length > 0) { assert.ok(said.includes(`img/${value}`), `${said.join(' ')} instead of ${value}`); }
		});
	}

	it('and most of it is worked out', () => {
		const known = table.filter(([script]) => shellCard.extract({ file: 'a.sh', text: `${script}\ndocker pull "img/$T"\n`, files: new Map(), environment: {}, builds: [] }).uses[0]?.value !== undefined);
		assert.ok(known.length > table.length * 0.85, `${known.length} of ${table.length}`);
	});

	(process.platform === 'linux' ? it : it.skip)('in a table that bash agrees with', () => {
		const program = table.map(([script]) => `( ${script}\nprintf '%s\\0' "$T" ) 2>/dev/null || printf '\\0'`).join('\n');
		const said = execFileSync('bash', ['--norc', '-c', program], { encoding: 'utf8' }).split('\0');
		for (const [index, [script, value]] of table.entries()) { assert.equal(said[index], value, script); }
	});
});
