import assert from 'node:assert/strict';
import { shellCard } from '../../../src/core/extract/shell/cards.ts';
import type { FileFacts } from '../../../src/core/model/index.ts';

function factsOf(script: string, files: Readonly<Record<string, string>> = {}): FileFacts {
	return shellCard.extract({ file: 'ci/a.sh', text: script, files: new Map(Object.entries(files)), environment: {}, builds: [] });
}

/** Each reference as written, with its values. */
function valuesIn(script: string, files?: Readonly<Record<string, string>>): readonly string[] {
	return factsOf(script, files).uses.map(({ text, value, alternatives }) => [text, value, ...alternatives.map(each => each.value)].join(' '));
}

describe('what a script works out is worked out', () => {
	for (const [script, ...expected] of [
		// Functions and their words.
		['pull() { docker pull "$1:${2:-latest}"; }\npull a 1\npull b', '$1:${2:-latest} a:1 b:latest'],
		['pull() { local image=$1; shift; docker pull "$image" "$@"; }\npull a:1 -q', '$image a:1'],
		['build() { docker build -f Dockerfile "$@" .; }\nbuild -t a:1\nbuild --tag=b:2', 'a:1 a:1', 'b:2 b:2'],
		['T=1; f() { docker pull a:$T; }; T=2; f', 'a:$T a:2'],
		['T=1; f() { T=2; }; f; docker pull a:$T', 'a:$T a:2'],
		['T=1; f() { local T=2; }; f; docker pull a:$T', 'a:$T a:1'],
		['T=1; f() { if x; then T=2; return; fi; T=3; }; f; docker pull a:$T', 'a:$T a:3 a:2'],
		['f() { docker pull a:$1; }\nfor i in 1 2; do f $i; done', 'a:$1 a:1 a:2'],
		['f() { docker pull a:$1; }\nif x; then T=1; else T=2; fi; f $T', 'a:$1 a:1 a:2'],
		['f() { docker pull a:$T; }\nT=3 f', 'a:$T a:3'],
		['f() { docker pull "$1"; }\nf "$X"', '$1 '],
		['f() { docker pull "${1:-a:1}"; }', '${1:-a:1} a:1'],
		['f() { f; docker pull a:$1; }\nf 1', 'a:$1 a:1'],
		['f() { case $1 in dev) T=1;; *) T=2;; esac; docker pull a:$T; }\nf dev', 'a:$T a:1'],
		['f() { if [ "$2" = push ]; then docker push r/$1; fi; }\nf a:1 push\nf b:1', 'r/$1 r/a:1'],
		['f() { for i; do docker pull $i; done; }\nf a:1 b:1', '$i a:1 b:1'],
		['f() { for i in "${@:2}"; do docker pull $i; done; }\nf x a:1 b:1', '$i a:1 b:1'],
		['f() { while [ $# -gt 0 ]; do docker pull $1; shift; done; }\nf a:1 b:1', '$1 '],
		['main() { local c=${1:-all}; shift || true; case $c in push) push "$@";; esac; }\npush() { docker push a:$1; }\nmain "$@"', 'a:$1 '],
		['f() { docker pull "$1" && docker pull "${2:-b:1}"; }\nf a:1 "$@"', '$1 a:1', '${2:-b:1} b:1'],
		['f() { docker run "$@"; }\nf --rm "${FLAGS[@]}" a:1', 'a:1 a:1'],
		// What commands write.
		['T=$(echo 1.2); docker pull a:$T', 'a:$T a:1.2'],
		['docker pull "$(printf "%s:%s" a 1)"', '$(printf "%s:%s" a 1) a:1'],
		['printf -v I "%s/%s" r a; docker pull $I', '$I r/a'],
		['name() { echo "r.io/$1:${2}"; }\ndocker pull "$(name a 1)"', '$(name a 1) r.io/a:1'],
		['name() { echo "log" >&2; if [ "$CI" ]; then echo 1; else echo 2; fi; }\nT=$(name); docker pull a:$T', 'a:$T a:1 a:2'],
		['name() { if grep -q x y; then echo 1; return; fi; echo 2; }\nT=$(name); docker pull a:$T', 'a:$T a:2 a:1'],
		['name() { git describe; echo 1; }\nT=$(name); docker pull a:$T', 'a:$T '],
		['T=$(x || echo 1); docker pull a:$T', 'a:$T '],
		['R=$(echo "Me/App" | tr "[:upper:]" "[:lower:]"); docker pull $R', '$R me/app'],
		['V=v1.2; T=$(echo $V | sed "s/^v//" | cut -d. -f1); docker pull a:$T', 'a:$T a:1'],
		['T=$(echo a | sed "s/a.c/x/"); docker pull a:$T', 'a:$T '],
		['docker pull r/$(basename x/app.sh .sh)', 'r/$(basename x/app.sh .sh) r/app'],
		['N=3; docker pull a:$((N + 1))', 'a:$((N + 1)) a:4'],
		['docker pull a:$((N + 1))', 'a:$((N + 1)) '],
		['N=7; docker pull a:$(( (N - 1) * 2 / 3 % 3 )); docker pull a:$(( -N + +9 )); docker pull a:$((1 / 0)); docker pull a:$((N << 1)); docker pull a:$((N / 0 + 7 % 0)); docker pull a:$((1.5 + 1))',
			'a:$(( (N - 1) * 2 / 3 % 3 )) a:1', 'a:$(( -N + +9 )) a:2', 'a:$((1 / 0)) ', 'a:$((N << 1)) ', 'a:$((N / 0 + 7 % 0)) ', 'a:$((1.5 + 1)) '],
		['f() { if [ "$CI" ]; then echo -n a; else echo -n b; fi; echo :1; }\nI=$(f); docker pull $I', '$I a:1 b:1'],
		['f() { if [ "$CI" ]; then printf a; else printf "${X:-b}"; fi; }\nI=$(f); docker pull $I:1', '$I:1 a:1 b:1'],
		['f() { git status > /dev/null; git log &> x; git show 1>&2; echo hi 2>&1; }\ndocker pull a:$(f)', 'a:$(f) a:hi'],
		['f() { { echo no; } > x; echo hi; }\ndocker pull a:$(f)', 'a:$(f) a:hi'],
		['docker pull a:$(printf "%5s" x); docker pull a:$(printf "100%%"); docker pull $(printf "%s:%s " a)', 'a:$(printf "%5s" x) ', 'a:$(printf "100%%") a:100%', '$(printf "%s:%s " a) a:'],
		['docker pull a:$(echo "x\\ty")', 'a:$(echo "x\\ty") '],
		['docker pull a:$(printf "1\\n2\\n" | head -n 1)-$(printf "1\\n2\\n" | tail -1)-$(echo 3 | cat)-$(echo a-b | tr -d -- - | tr b c)-$(echo ab | tr -d b)', 'a:$(printf "1\\n2\\n" | head -n 1)-$(printf "1\\n2\\n" | tail -1)-$(echo 3 | cat)-$(echo a-b | tr -d -- - | tr b c)-$(echo ab | tr -d b) '],
		['docker pull a:$(echo a/b/a | sed s/a/x/g | sed "s|/x\\$||" | sed "s/^x//")', 'a:$(echo a/b/a | sed s/a/x/g | sed "s|/x\\$||" | sed "s/^x//") a:/b'],
		['docker pull a:$(echo abc | tr a-z A-Z)-$(echo ABC | tr "[:upper:]" "[:lower:]")', 'a:$(echo abc | tr a-z A-Z)-$(echo ABC | tr "[:upper:]" "[:lower:]") a:ABC-abc'],
		// Words, arrays, lines.
		['A=1 B=$A.2; docker pull a:$B', 'a:$B a:1.2'],
		['set -- a:1 b:2; docker pull $1; shift; docker pull $1', '$1 a:1', '$1 b:2'],
		['set -euo pipefail; docker pull $1', '$1 '],
		['while x; do shift; done; docker pull ${1:-a:1}', '${1:-a:1} a:1'],
		['set -- a:1; while x; do shift; done; docker pull ${1:-b:1}', '${1:-b:1} '],
		['declare -A M=([db]=a:1 [web]="b:2"); docker pull "${M[db]}"; k=web; docker pull ${M[$k]}; docker pull ${M[no]}', '${M[db]} a:1', '${M[$k]} b:2', '${M[no]} '],
		['declare -A M; M[x]=a:1; M[y]=b:1; for k in "${!M[@]}"; do docker pull "${M[$k]}"; done', '${M[$k]} a:1 b:1'],
		['A=(a:1 b:2); A[1]=c:3; docker pull ${A[-1]}', '${A[-1]} c:3'],
		['A=(--rm -v "$PWD:/x" --platform linux/amd64); docker run "${A[@]}" a:1', 'a:1 a:1'],
		['C=(docker run --rm); C+=(-e A=b); "${C[@]}" a:1 sh', 'a:1 a:1'],
		['A=(-t a:1); A+=(-t b:1); docker build "${A[@]}" .', '${A[@]} a:1 b:1'],
		['IFS=: read -r n t <<< "a:1"; docker pull $n:$t', '$n:$t a:1'],
		['IFS=/ read -ra P <<< "r/a/b"; docker pull ${P[0]}/${P[2]}', '${P[0]}/${P[2]} r/b'],
		['mapfile -t L < <(printf "%s\\n" a:1 b:1); for i in "${L[@]}"; do docker pull $i; done', '$i a:1 b:1'],
		['read -r t < version; docker pull a:$t', 'a:$t '],
		// Conditions that the script itself decides.
		['T=1; if [ "$T" = 2 ]; then T=3; fi; docker pull a:$T', 'a:$T a:1'],
		['P=no; if [[ $P == yes && -n $X ]]; then T=1; else T=2; fi; docker pull a:$T', 'a:$T a:2'],
		['P=${P:-no}; if [ $P = yes ]; then T=1; else T=2; fi; docker pull a:$T', 'a:$T a:1 a:2'],
		['P=no; if [ $P = yes ]; then docker pull a:1; fi', 'a:1 a:1'],
		['V=1.2.3; case $V in *x*) T=1;; 1.*.*) T=2;; esac; docker pull a:$T', 'a:$T a:2'],
		['V=ab; case $V in ?) T=1;; a*c*d) T=2;; a*) T=3;; esac; docker pull a:$T', 'a:$T a:3'],
		['V=b; case $V in [ab]) T=1;; *) T=2;; esac; docker pull a:$T', 'a:$T a:1 a:2'],
		['N=3; if [ $N -gt 2 ] && [ $N -le 3 ]; then T=1; else T=2; fi; docker pull a:$T', 'a:$T a:1'],
		['N=3; if [ ! $N -ne 3 ] || false; then T=1; fi; if ! [[ ! ( $N -lt 3 || $N -ge 4 ) ]]; then T=2; fi; docker pull a:$T', 'a:$T a:1'],
		['N=x; if [ $N -eq 3 ]; then T=1; else T=2; fi; docker pull a:$T', 'a:$T a:1 a:2'],
	] as const) {
		it(script.replaceAll('\n', ' / '), () => { assert.deepEqual(valuesIn(script), expected); });
	}
});

describe('what a script reads from another file', () => {
	for (const [script, files, ...expected] of [
		['source ./v.env\ndocker pull a:$T', { 'ci/v.env': 'T="1"\n' }, 'a:$T a:1'],
		['source v.env\ndocker pull a:$T', { 'v.env': 'T=1\n' }, 'a:$T a:1'],
		['. "$(dirname "$0")/lib.sh"\npull a', { 'ci/lib.sh': 'T=1\npull() { docker pull $1; }\n' }],
		['DIR=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)\nsource "${DIR}/v.sh"\ndocker pull a:$T', { 'ci/v.sh': 'T=${T:-1}\nX=$(git describe)' }, 'a:$T a:1'],
		['. ./lib.sh\ndocker pull "$(name a)"', { 'ci/lib.sh': 'name() { echo "r/$1"; }' }, '$(name a) r/a'],
		['export $(grep -v "^#" .env | xargs)\ndocker pull a:$T', { 'ci/.env': '# x\nT=1\n' }, 'a:$T a:1'],
		['T=1; . ./other.env; docker pull a:$T', {}, 'a:$T a:1'],
		['. /etc/os-release; docker pull a:$T', { 'ci/os-release': 'T=1' }, 'a:$T '],
	] as const) {
		it(script.replaceAll('\n', ' / '), () => { assert.deepEqual(valuesIn(script, files), expected); });
	}

	it('a file that reads itself', () => { assert.deepEqual(valuesIn('. ./a.sh\ndocker pull a:1', { 'ci/a.sh': '. ./a.sh\nT=1' }), ['a:1 a:1']); });

	it('a value says in which file it stands', () => {
		const [use] = factsOf('. ./v.env\ndocker pull a:$T', { 'ci/v.env': 'T=1' }).uses;
		assert.deepEqual(use?.variables[0]?.source, { file: 'ci/v.env', span: { start: 2, end: 3 } });
	});
});

describe('a script that would run for ever', () => {
	for (const [name, script] of [
		['functions that call each other', `${Array.from({ length: 30 }, (_, index) => `f${index}() { f${index + 1}; f${index + 1}; }`).join('\n')}\nf0`],
		['substitutions in substitutions', `a() { echo $(b)$(b); }\nb() { echo $(c)$(c); }\nc() { echo $(a)$(a); }\nX=$(a)${'$(a)'.repeat(200)}`],
		['calls by the thousand of a long function', `f() {\n${'docker pull a:$1\n'.repeat(500)}}\n${'f 1\n'.repeat(5000)}`],
	] as const) {
		it(`is read in time: ${name}`, function () {
			this.timeout(10_000);
			assert.ok(valuesIn(`${script}\ndocker pull last`).includes('last last'));
		});
	}
});
