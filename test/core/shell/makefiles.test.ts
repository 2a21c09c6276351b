import assert from 'node:assert/strict';
import { makefileCard } from '../../../src/core/extract/shell/cards.ts';
import { extractWith } from '../../support/expectUses.ts';

/** Each reference as written, with its values. */
function valuesIn(text: string): readonly string[] {
	return extractWith(makefileCard, 'Makefile', text).uses.map(({ text: written, value, alternatives }) => [written, value, ...alternatives.map(each => each.value)].join(' '));
}

describe('what a Makefile works out is worked out', () => {
	for (const [expression, ...values] of [
		['$(subst v,,v1.2)', '1.2'], ['$(patsubst v%,%,v1)', '1'], ['$(V:v%=%)', '1'], ['$(W:.c=.o)', 'x.o'], ['$(word 2,a b c)', 'b'], ['$(firstword $(L))', 'p'], ['$(lastword $(L))', 'q'],
		['$(strip   x )', 'x'], ['$(or $(NOWHERE),x)', 'x'], ['$(or $(V),x)', 'v1'], ['$(and $(V),x)', 'x'], ['$(if $(V),x,y)', 'x'], ['$(if $(NOWHERE),x,y)', 'x', 'y'], ['$(if ,x,y)', 'y'],
		['$(notdir a/b/x.sh)', 'x.sh'], ['$(basename x.sh)', 'x'], ['$(filter q%,$(L))', 'q'], ['$(filter-out q%,$(L))', 'p'], ['$(shell echo 1.2)', '1.2'], ['$(call f,1,2)', '1-2'], ['$(addsuffix -x,1)', '1-x'],
		['$(join a,b)', 'ab'], ['$(sort b)', 'b'], ['$(findstring v,$(V))', 'v'], ['$($(N))', 'v1'], ['$(wordlist 1,1,$(L))', 'p'],
		['$(shell git describe)', undefined], ['$(NOWHERE)', undefined], ['$(wildcard x*)', undefined], ['$(origin V)', undefined], ['$(subst v,,$(NOWHERE))', undefined], ['$(call nowhere,1)', undefined], ['$(V:$(NOWHERE)=x)', undefined],
	] as const) {
		it(`by ${expression}`, () => {
			const head = 'V = v1\nW = x.c\nL = p q\nN = V\nf = $(1)-$(2)\n';
			const all = values.map(value => value === undefined ? '' : `a:${value}`).join(' ');
			assert.deepEqual(valuesIn(`${head}I = a:${expression}\nx:\n\tdocker pull a:${expression}\n\tdocker pull $(I)\n`), [`a:${expression} ${all}`, `$(I) ${all}`]);
		});
	}

	for (const [name, text, ...expected] of [
		['a value taken at once is what it was there', 'B := a\nI := $(B):1\nB := c\nx:\n\tdocker pull $(I)\n', '$(I) a:1'],
		['all others are what they are in the end', 'B = a\nI = $(B):1\nB = c\nx:\n\tdocker pull $(I)\n', '$(I) c:1'],
		['what is added is there too', 'A := --build-arg X=1\nA += -t a:1\nx:\n\tdocker build $(A) .\n', '$(A) a:1'],
		['a define of one line is a value', 'define I\na:1\nendef\nx:\n\tdocker pull $(I)\n', '$(I) a:1'],
		['the target of a rule', 'C := api web\n$(C):\n\tdocker push r/$@:1\nbuild-%:\n\tdocker push r/$*:$@\none:\n\tdocker push r/$(@)-$(@:o%=%)\n', 'r/$@:1 r/api:1 r/web:1', 'r/$*:$@ ', 'r/$(@)-$(@:o%=%) r/one-ne'],
		['the target in a variable', 'I = r/$@:1\na b:\n\tdocker push $(I)\nc:\n\tdocker push $(I)\n', '$(I) r/a:1 r/b:1', '$(I) r/c:1'],
		['what is set for targets', 'dev: T = 1\nprod: T = 2\ndev prod:\n\tdocker push r/a:$(T)\n', 'r/a:$(T) r/a:1 r/a:2'],
		['what is set for those that need a target', 'dev: T = 1\nprod: T = 2\ndev prod: push\npush:\n\tdocker push r/a:$(T)\nother:\n\tdocker push r/a:$(T)\n', 'r/a:$(T) r/a:1 r/a:2', 'r/a:$(T) '],
		['a default that a target changes', 'T = 0\nprod: T = 2\nprod: push\npush:\n\tdocker push r/a:$(T)\n', 'r/a:$(T) r/a:0 r/a:2'],
		['values of a target in other variables', 'I = a:$(T)\ndev: T = 1\ndev:\n\tdocker pull $(I)\n', '$(I) a:1'],
		['a pattern sets something for targets', 'T = 0\nx-%: T = $*\nL = l m\n$(L): T = 2\nx-a x-b:\n\tdocker push r/a:$(T)\nl:\n\tdocker push r/b:$(T)\n', 'r/a:$(T) ', 'r/b:$(T) r/b:2'],
		['a define is called with words', 'define build\n\tdocker build -t r/$(1):$(2) .\nendef\nx:\n\t$(call build,a,1)\ny:\n\t$(call build,b,2)\n', 'r/$(1):$(2) r/a:1 r/b:2'],
		['a define is called in a loop', 'C = a b\ndefine rule\npush-$(1):\n\tdocker push r/$(1):$$(T)\nendef\nT = 3\n$(foreach c,$(C),$(eval $(call rule,$(c))))\n', 'r/$(1):$$(T) r/a:3 r/b:3'],
		['a tool in a folder that is not known', 'BIN ?= $(shell pwd)/bin\nKIND ?= $(BIN)/kind\nx:\n\t$(KIND) load docker-image a:1\n\t$(GOBIN)/kind load docker-image b:1\n', 'a:1 a:1', 'b:1 b:1'],
		['a define that nothing calls', 'define build\n\tdocker build -t r/$(1) .\nendef\n', 'r/$(1) '],
		['a loop around commands', 'C = a b\nx:\n\t$(foreach c,$(C),docker push r/$(c):1 && ) true\n\t@$(foreach c,p q,docker push r/$(c);)\n', 'r/$(c):1 r/a:1 r/b:1', 'r/$(c) r/p r/q'],
		['a loop in a word', 'T = 1 2\nx:\n\tdocker build $(foreach t,$(T),-t r/a:$(t)) .\n\tdocker build $(addprefix --tag=r/b:,$(T)) .\n', '$(foreach t,$(T),-t r/a:$(t)) r/a:1 r/a:2', '$(addprefix --tag=r/b:,$(T)) r/b:1 r/b:2'],
		['a pattern sets something with its stem', 'S = m n\nall: $(S:=.image)\n%.image: T ?= r/$*:$@\n%.image:\n\tdocker push $(T)\n', '$(T) r/m:m.image r/n:n.image'],
		['the stem of a static pattern', 'A ?= x y\nB = $(addprefix p-,$(A))\n.PHONY: $(B)\n$(B): p-%: dep\n\tdocker push r/$*:$(subst p-,,$@)\nu: v-%:\n\tdocker push t/$*\n', 'r/$*:$(subst p-,,$@) r/x:x r/y:y', 't/$* '],
		['the stems of a pattern that others need', 'S = m n\nT = r/$*\nb-%:\n\tdocker push r/$*:$@\n\tdocker push $(T)\nall: $(addprefix b-,$(S)) b-all # b-x\nb-all: b-o | b-p\nq-%:\n\tdocker push q/$*\nx: q-$(NOWHERE)\n', 'r/$*:$@ r/m:b-m r/n:b-n r/o:b-o r/p:b-p', '$(T) r/m r/n r/o r/p', 'q/$* '],
		['the stems of patterns that patterns need', 'all: t-a t-b\nt-%: b-%\n\tdocker run r/$*\nb-%: b-%\n\tdocker build -t r/$(subst b-,,$@) .\n', 'r/$* r/a r/b', 'r/$(subst b-,,$@) r/a r/b'],
		['what make itself runs', 'J = a:1\nA := $(shell docker run $(J) date)\nB != docker run a:2\nC := $(shell docker run \\\n\ta:3)\nifeq (,$(shell docker manifest inspect a:4))\nendif\nx:\n\techo $(shell docker run "$$(echo a:5)") $(shell git describe)\n# $(shell docker run a:6)\n', '$(J) a:1', 'a:2 a:2', 'a:3 a:3', 'a:4 a:4', '$$(echo a:5) a:5'],
		['what make itself runs in a define that is called', 'define id\n\techo $(shell docker pull r/$(1))\nendef\nx:\n\t$(call id,a)\n', 'r/$(1) r/a'],
		['commands under a condition', 'E =\nx:\n\t$(if $(X),docker pull a:1,docker pull a:2)\n\t@$(if $(CI),,docker pull a:$@) || true\n\t$(if $(X),docker pull a:3;) docker pull a:4\n\t$(if $(X),docker,podman) pull a:5\n\t$(if $(X),sudo )docker pull a:6\n', 'a:1 a:1', 'a:2 a:2', 'a:$@ a:x', 'a:3 a:3', 'a:4 a:4', 'a:5 a:5', 'a:6 a:6'],
		['a variable of itself', 'A = $(A)\nB := $(B) x\nx:\n\tdocker pull a:$(A)\n', 'a:$(A) '],
	] as const) {
		it(name, () => { assert.deepEqual(valuesIn(text), expected); });
	}

	for (const [name, text] of [
		['brackets that are not closed', `x:\n\tdocker pull ${'$('.repeat(5000)}\n`],
		['functions in functions', `x:\n\tdocker pull a:${'$(strip '.repeat(900)}x${')'.repeat(900)}\n`],
		['additions by the thousand', `${'A += a\n'.repeat(5000)}${'B := $(B) $(A)\n'.repeat(3000)}x:\n\tdocker pull $(B)\n`],
		['values that double', `${Array.from({ length: 60 }, (_, index) => `A${index} = $(A${index + 1})$(A${index + 1})\n`).join('')}A60 = xxxxxxxxxx\nx:\n\tdocker pull $(A0)\n`],
		['targets and values of their own by the thousand', `${Array.from({ length: 2000 }, (_, index) => `t${index}: T = ${index}\nt${index}: u${index % 40}\nu${index % 40}:\n\tdocker pull a:$(T)\n`).join('')}`],
	] as const) {
		it(`is read in time: ${name}`, function () {
			this.timeout(10_000);
			assert.equal(valuesIn(`${text}last:\n\tdocker pull last\n`).at(-1), 'last last');
		});
	}
});
