import assert from 'node:assert/strict';
import { shellCard } from '../../../src/core/extract/shell/cards.ts';
import { powerShellBlocks } from '../../../src/core/extract/shell/powerShellBlocks.ts';
import { extractWith } from '../../support/expectUses.ts';

function valuesIn(script: string): readonly (readonly (string | undefined)[])[] {
	const { text, uses } = extractWith(shellCard, 'a.ps1', script);
	for (const use of uses) { assert.equal(use.text, text.slice(use.span.start, use.span.end)); }
	return uses.map(({ value, alternatives }) => [value, ...alternatives.map(each => each.value)]);
}

describe('blocks of PowerShell', () => {
	for (const [script, ...values] of [
		['if ($CI) {\n  $T = "1"\n} elseif ($X -eq "}") {\n  $T = "2"\n} else {\n  $T = "3"\n}\ndocker pull a:$T', ['a:1', 'a:2', 'a:3']],
		['$T = "1"\nif ($CI) { $T = "2" }\ndocker pull a:$T', ['a:2', 'a:1']],
		['$T = "1"; $I = "a"\ndocker pull "${I}:$T"', ['a:1']],
		['foreach ($i in "a:1", \'b:2\') { docker pull $i }', ['a:1', 'b:2']],
		['foreach ($i in @("a:1")) {\n  docker pull $i\n}\nforeach ($i in Get-Content x) { docker pull $i }', ['a:1'], [undefined]],
		['for ($i = 0; $i -lt 3; $i++) { docker pull a:$i }\nwhile ($true) { docker pull b:1 }', [undefined], ['b:1']],
		['switch ($a) { "x" { $T = "1" } default { $T = "2" } }\ndocker pull a:$T', [undefined]],
		['function Get-It($x) { docker pull "a:1"\n $Z = "1" }\ndocker pull b:$Z', ['a:1'], [undefined]],
		['try { docker pull a:1 } catch { docker pull a:2 } finally { docker pull a:3 }', ['a:1'], ['a:2'], ['a:3']],
		['1..3 | ForEach-Object { docker pull a:1 }\n$h = @{ x = "{" }\n# if (x) {\ndocker pull b:1', ['a:1'], ['b:1']],
		['if ($a) {\n  docker pull a:1\n', ['a:1']],
		['param (\n  [Parameter(Mandatory=$true, HelpMessage="a (b")][string]$R,\n  # ) no\n  [string] $T = "1",\n  $U = \'2\'\n)\ndocker pull "a:$T-$U"\ndocker pull $R', ['a:1-2'], [undefined]],
		['function B {\n  Param([string]$T = "1")\n  docker pull a:$T\n}', ['a:1']],
		['$L = @("1",\n  "2")\nforeach ($i in $L) { docker pull a:$i }', ['a:1', 'a:2']],
		['foreach ($i in $N) { docker pull a:$i }', [undefined]],
		['[string]$T = "1"\n$Script:R = \'r.io\'\ndocker pull "$script:R/a:$($T)"', ['r.io/a:1']],
		['$N = 3\n$M = $N\n$S = $N + 1\ndocker pull a:$M\ndocker pull a:$S', ['a:3'], [undefined]],
		['$T = (Get-Content v).Trim()\n$i = docker run -d a:1\n$j = (docker run b:1)\ndocker pull a:$T', ['a:1'], ['b:1'], [undefined]],
		['Invoke-Expression "docker pull a:1"; iex "docker pull a:2"\ncmd /c "docker pull a:3"; cmd.exe /C docker pull a:4', ['a:1'], ['a:2'], ['a:3'], ['a:4']],
		['& "C:\\Program Files\\Docker\\docker.exe" pull a:1\nif ($a -eq "1") { $T == "2" }', ['a:1']],
	] as const) {
		it(`in ${script.slice(0, 60)}`, () => { assert.deepEqual(valuesIn(script), values); });
	}

	it('cost no more than the text is long', function () {
		this.timeout(5000);
		for (const piece of ['if ($a) { ', '}', '{', '(', ')', 'if (', '} else { ', '"', '<#', '@{', 'foreach ($i in 1) {', 'function x ']) {
			assert.ok(powerShellBlocks(piece.repeat(100_000 / piece.length)).text.length > 0);
		}
	});
});
