import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blankTemplates, templateMark, withoutDefinitions } from '../../../src/core/extract/yaml/blankTemplates.ts';
import { asMap, valueOf } from '../../../src/core/extract/yaml/lookup.ts';
import { packageYaml } from '../../../src/core/extract/yaml/packageYaml.ts';
import { plainYaml } from '../../../src/core/extract/yaml/plainYaml.ts';
import { readYaml } from '../../../src/core/extract/yaml/readYaml.ts';
import { scalarMap } from '../../../src/core/extract/yaml/scalarMap.ts';
import type { YamlDocument, YamlNode } from '../../../src/core/extract/yaml/yamlNode.ts';
import { holds, patience, seed } from '../fuzz/runs.ts';

describe('YAML: the fast reader says what the package says', () => {
	const pieces = [
		'a: b\n', 'a: b # c\n', 'a:\n  b: c\n', 'a:\n- b\n- c: d\n  e: f\n', 'a:\n  - b\n  - - c\n    - d\n', '- a\n- b\n', '"a": \'b\'\n', 'a: "b \\" c"\n', 'a: \'it\'\'s\'\n',
		'a: [b, "c", {d: e}]\n', 'a: {b: c, d: [e]}\n', 'a: &x b\nc: *x\n', 'a: &x\n  b: c\nd:\n  <<: *x\n', 'a: !reset null\n', 'a: !t\n  b: c\n', 'a: |\n  b\n  c\n', 'a: >-\n  b\n  c\n\n  d\n',
		'a: |+\n  b\n\n', 'a: |2\n    b\n   c\n', '- |\n  a\n- b\n', '---\na: b\n---\nc: d\n', '# c\n\na: b\n', 'a:\nb:\n', 'a: b\r\nc:\r\n  - d\r\n', 'a: http://x:1/y#z\n', 'a: -b\nc: ?d\ne: :f\n', 'a:\n  b: 1\n c: 2\n',
		'a\n', 'a: b: c\n', 'a: b\n  c\n', '? a\n: b\n', 'a: "b\n  c"\n', 'a: [b,\n  c]\n', '\ta: b\n', 'a:\tb\n', '%YAML 1.2\n---\na\n', 'a: *no\n', '- a\nb: c\n', 'a: @b\n', 'a: >x\n  b\n', '...\n', 'a: b\n...\nc: d\n',
		'a: [b,\n  "c\n   d", {e: f,\n  g: *x,\n  h }, # i\n  ]\nj: k\n', 'a: &x z\n', 'a: {\n  b: c,\n\n  "d": \'e\n\n    f\'\n}\n', 'a: "b \\\n   c\\x41 \n  \n  d" # e\n', 'a: "b\nc"\n', 'a: &x [\n  !t b,\n  &y {c: d}\n  ]\n', 'a: "\\q"\n', 'a: ["b",\r\n  "c"]\r\n', '- [\n    a\n  ]\n- b\n',
		'a: [b: c]\n', 'a: &x\n', '&x a: b\n', 'a: {b}\n', 'a: {"b":c}\n', 'a: [,]\n', 'a:    \n   b\n', 'a:\n  # c\n  b: c\n', 'a: \'\'\nb: ""\n',
	];
	for (const text of pieces) {
		it(JSON.stringify(text), () => { compare(text); });
	}

	it(`also for pieces put together, indented and cut (seed ${seed})`, function () {
		this.timeout(patience);
		const piece = fc.constantFrom(...pieces);
		const indented = fc.tuple(piece, fc.integer({ min: 0, max: 4 })).map(([text, by]) => text.replace(/^(?=.)/gm, ' '.repeat(by)));
		const any = fc.tuple(fc.array(fc.oneof(piece, indented), { maxLength: 5 }), fc.integer({ min: 0, max: 60 }), fc.boolean());
		holds<[[string[], number, boolean]]>([any], 1000, ([texts, cut, whole]) => { compare(whole ? texts.join('') : texts.join('').slice(cut)); });
	});

	it('reads the everyday form itself', () => {
		assert.ok(plainYaml('services:\n  a:\n    image: "b:1"\n    command: ["x", "y"]\n    ports:\n      - 80:80\n'));
	});
});

describe('YAML: scalars lead back to the file', () => {
	const table: readonly string[] = [
		'a: b c', 'a: "b\\tc\\u0041\\x41\\\n   d"', 'a: \'b\'\'c\'', 'a: b\n  c\n\n  d', 'a: "b\n  c\n\n  d"', 'a: |\n  b\n   c\n\n  d\n', 'a: >\n  b\n  c\n\n  d\n   e\n  f\n', 'a: |-\r\n  b\r\n  c\r\n', 'a: |2-\n    b\n   c', '- - |1\n   b\n', 'a: >+\n  b\n\n\n',
	];
	for (const text of table) {
		it(JSON.stringify(text), () => {
			for (const { root } of packageYaml(text)?.documents ?? []) {
				for (const scalar of scalarsOf(root)) {
					const map = scalarMap(text, scalar);
					assert.equal(map.text, scalar.value);
					const at = [...map.text].findIndex(character => /[b-z]/.test(character));
					if (at !== -1) { assert.equal(text[map.outer(at)], map.text[at]); }
				}
			}
		});
	}
});

describe('YAML: templates', () => {
	it('blanks lines of actions and marks actions inside lines, moving nothing', () => {
		const text = 'a:\n  {{- if x }}\n  b: {{ c }}\n  {% end %}\n{{/* two\nlines */}}\n';
		const blanked = blankTemplates(text);
		assert.equal(blanked.length, text.length);
		assert.match(blanked, /^a:\n {13,}\n {2}b: \ue0f0+\n +\n +\n +\n$/);
	});

	it('leaves expressions of workflows alone where the rest can be read', () => {
		const text = 'on: [a: 1]\nb:\n  image: ${{ env.X }}\n  images: |\n    ${{ env.Y }}\n';
		const root = asMap(readYaml(text)[0]?.root);
		const b = asMap(valueOf(root, 'b'));
		assert.deepEqual(['image', 'images'].map(key => { const value = valueOf(b, key); return value?.kind === 'scalar' && [value.value, scalarMap(text, value).verbatim({ start: 0, end: 5 })]; }), [['${{ env.X }}', true], ['${{ env.Y }}\n', true]]);
	});

	it('blanks a comment behind a value', () => { assert.equal(blankTemplates('a: b {{/* c */}}\nd: e{# f #}\ng: h{{/* i */}}j\n'), `a: b ${' '.repeat(11)}\nd: e${' '.repeat(7)}\ng: h${templateMark.repeat(11)}j\n`); });

	it('leaves out what is defined for elsewhere, where it makes no YAML of a file', () => {
		const text = '{{- define "x" -}}\n{{ .a }}:{{ if .b }}{{ .c }}{{ end }}\n{{- end -}}\na: b\n{{ define "y" }}\n- c\n{{ end }}';
		assert.equal(withoutDefinitions(text), text.replace(/^[^]*?(?=\na)|(?<=b\n)[^]*$/g, piece => piece.replace(/[^\n]/g, ' ')));
		assert.equal(withoutDefinitions('{{ if .a }}b{{ end }}'), '{{ if .a }}b{{ end }}');
		const root = asMap(readYaml(text)[0]?.root);
		assert.equal(root && valueOf(root, 'a')?.kind, 'scalar');
	});

	it('leaves an action without end', () => { assert.equal(blankTemplates('a: {{ b'), 'a: {{ b'); });
});

describe('YAML: whatever comes', () => {
	it('ends and throws nothing', () => {
		const texts = [
			'', '\0\u0001', '['.repeat(100_000), '{a: '.repeat(50_000), '- '.repeat(50_000), '? '.repeat(5000), `${'&a '.repeat(5000)}b`, '{{'.repeat(50_000), 'a: "'.repeat(20_000), '\t'.repeat(50_000),
			Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), `a: &a [x]\n${Array.from({ length: 50 }, (_, at) => `b${at}: &b${at} [*a, *a]`).join('\n')}`,
			`k: v\n`.repeat(400_000), '"\n'.repeat(100_000), 'a: |\n'.repeat(100_000), ' '.repeat(300_000) + 'a: b',
		];
		for (const text of texts) {
			const start = process.cpuUsage();
			assert.ok(Array.isArray(readYaml(text)));
			const milliseconds = process.cpuUsage(start).user / 1000;
			assert.ok(milliseconds < 8000, `${JSON.stringify(text.slice(0, 20))} took ${milliseconds} ms`);
		}
	}).timeout(60_000);

	it('reads on behind odd lines of a large file', () => {
		const text = `a: [\n${'# filler\n'.repeat(40_000)}  x]\nb:\n  c: d\n`;
		const [document] = readYaml(text);
		assert.equal(document?.root?.kind === 'map' ? document.root.pairs.at(-1)?.key.value : undefined, 'b');
	});
});

function compare(text: string): void {
	const fast = plainYaml(text);
	if (!fast) { return; }
	const full = packageYaml(text);
	assert.ok(full);
	const draw = (documents: readonly YamlDocument[]): readonly unknown[] => documents.map(({ root }) => drawn(root)).filter(root => root !== '');
	assert.deepEqual(draw(fast), draw(full.documents), JSON.stringify(text));
}

function drawn(node: YamlNode | undefined): unknown {
	if (node === undefined || (node.kind === 'scalar' && node.value === '' && node.style === 'plain')) { return ''; }
	const { kind, tag, span: { start } } = node;
	switch (node.kind) {
		case 'scalar': return { kind, tag, start, value: node.value, style: node.style, end: ['literal', 'folded'].includes(node.style) ? -1 : node.span.end };
		case 'alias': return { kind, start, name: node.name };
		case 'map': return { kind, tag, start, pairs: node.pairs.map(pair => [drawn(pair.key), drawn(pair.value)]) };
		case 'seq': return { kind, tag, start, items: node.items.map(drawn) };
	}
}

function scalarsOf(node: YamlNode | undefined): readonly Extract<YamlNode, { kind: 'scalar' }>[] {
	switch (node?.kind) {
		case 'scalar': return [node];
		case 'map': return node.pairs.flatMap(pair => [...scalarsOf(pair.key), ...scalarsOf(pair.value)]);
		case 'seq': return node.items.flatMap(scalarsOf);
		default: return [];
	}
}
