import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makefileCard } from '../../../src/core/extract/shell/cards.ts';
import { extractWith } from '../../support/expectUses.ts';

const head = 'V := v1\nL := p q r\nD := a/b/c.d e.f g\nE :=\nf = $(1)-$(2)\ng = <$(1)>$(V)\n';

/** What functions of make give with the variables above. */
const table: readonly (readonly [expression: string, value: string])[] = [
	['$(subst a,b,banana)', 'bbnbnb'], ['$(subst ,x,ab)', 'abx'], ['$(subst a,,a,b,a)', ',b,'], ['$(subst $(E),x,ab)', 'abx'],
	['$(patsubst %.d,%.x,$(D))', 'a/b/c.x e.f g'], ['$(patsubst q,x,$(L))', 'p x r'], ['$(patsubst %,x%y,$(L))', 'xpy xqy xry'], ['$(L:q=x)', 'p x r'], ['$(V:v%=%)', '1'],
	['$(strip  a   b )', 'a b'], ['$(findstring x,abc)', ''], ['$(findstring b,abc)', 'b'], ['$(filter p r,$(L))', 'p r'], ['$(filter-out p %,$(L))', ''], ['$(sort c a b a)', 'a b c'],
	['$(word 2,$(L))', 'q'], ['$(word 9,$(L))', ''], ['$(wordlist 2,3,$(L))', 'q r'], ['$(wordlist 3,2,$(L))', ''], ['$(words $(L))', '3'], ['$(words $(E))', '0'],
	['$(firstword $(E))', ''], ['$(firstword $(L))', 'p'], ['$(lastword $(E))', ''], ['$(lastword $(L))', 'r'],
	['$(dir $(D))', 'a/b/ ./ ./'], ['$(notdir $(D))', 'c.d e.f g'], ['$(basename $(D))', 'a/b/c e g'], ['$(suffix $(D))', '.d .f'],
	['$(addprefix x/,$(L))', 'x/p x/q x/r'], ['$(addsuffix .o,$(L))', 'p.o q.o r.o'], ['$(join a b,1 2 3)', 'a1 b2 3'], ['$(join a b c,1)', 'a1 b c'],
	['$(if $(E),x,y)', 'y'], ['$(if $(V),x)', 'x'], ['$(if $(E),x)', ''], ['$(or $(E),,x)', 'x'], ['$(or $(E),)', ''], ['$(and $(V),$(E),x)', ''], ['$(and $(V),x)', 'x'],
	['$(foreach i,$(L),[$(i)$(V)])', '[pv1] [qv1] [rv1]'], ['$(foreach i,$(E),$(i))', ''], ['$(call f,1,2)', '1-2'], ['$(call f,1)', '1-'], ['$(call g,x)', '<x>v1'], ['$(call f,$(call f,1,2),3)', '1-2-3'],
	['$(info x)y', 'y'], ['$(warning x)y', 'y'], ['$(eval Q := 1)y', 'y'], ['$(shell echo a.b)', 'a.b'], ['$(shell echo "a:b")', 'a:b'],
];

describe('What a Makefile works out is what make works out', () => {
	/** Between two signs, since a name may not be empty. */
	const said = (expression: string): string | undefined => extractWith(makefileCard, 'Makefile', `${head}I := ${expression}\nx:\n\tdocker pull "img/=$(I)="\n`).uses[0]?.value;

	for (const [expression, value] of table) {
		it(expression, () => {
			const found = said(expression);
			assert.ok(found === undefined || found === `img/=${value}=`, `${found} instead of ${value}`);
		});
	}

	it('and most of it is worked out', () => {
		const known = table.filter(([expression]) => said(expression) !== undefined);
		assert.ok(known.length > table.length * 0.85, `${known.length} of ${table.length}`);
	});

	// Not every machine has it.
	const withMake = spawnSync('make', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU Make') ? it : (): void => undefined;
	withMake('in a table that make agrees with', () => {
		const folder = mkdtempSync(join(tmpdir(), 'pullcheck-make-'));
		try {
			writeFileSync(join(folder, 'Makefile'), `${head}${table.map(([expression], index) => `I${index} := ${expression}\n$(info =$(I${index})=)\n`).join('')}all:;@:\n`);
			const lines = execFileSync('make', ['-s'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n').filter(line => line.startsWith('='));
			assert.deepEqual(lines, table.map(([, value]) => `=${value}=`));
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
