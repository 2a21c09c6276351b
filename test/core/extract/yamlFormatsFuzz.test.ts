import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bakeCard } from '../../../src/core/extract/bake/card.ts';
import type { ExtractCard } from '../../../src/core/extract/card.ts';
import { composeCard } from '../../../src/core/extract/compose/card.ts';
import { devcontainerCard } from '../../../src/core/extract/devcontainer/card.ts';
import { helmValuesCard } from '../../../src/core/extract/helmValues/card.ts';
import { kubernetesCard } from '../../../src/core/extract/kubernetes/card.ts';
import { quadletCard } from '../../../src/core/extract/quadlet/card.ts';
import { quayConfigCard } from '../../../src/core/extract/quayConfig/card.ts';
import type { Span } from '../../../src/core/model/index.ts';
import { extractWith } from '../../support/expectUses.ts';
import { holds, patience, seed } from '../fuzz/runs.ts';

const cases: readonly (readonly [card: ExtractCard, file: string, text: string])[] = [
	[composeCard, 'compose.yml', 'x-a: &a\n  image: "r.io/a:${T:-1}"\nservices:\n  a:\n    <<: [*a]\n    build: {context: ., args: [A=1]}\n  b:\n    extends: a\n    build:\n      dockerfile_inline: |\n        FROM b:$${V}\n        COPY --from=c:1 a b\n      cache_from: ["type=registry,ref=x"]\n---\nservices: {b: {image: !reset x}}\n'],
	[composeCard, 'compose.yaml', 'include:\n  - path: [a.yml,\n      "b.yml"]\n    env_file: x.env\nservices:\n  a:\n    command: "x\n      y"\n    image: "r.io/\\\n      a:${T:-1}"\n    extends: {file: compose.yaml,\n      service: b }\n  b: {\n    build: {cache_from: [\n      \'x\' ]} }\n'],
	[devcontainerCard, 'devcontainer.json', '{"image": "a:${localEnv:T:1}", "features": {"ghcr.io\\/a/b/c:1": {}}, "build": {"dockerfile": "D", "options": ["--cache-from", "x"], "args": {"A": "1"}}}'],
	[devcontainerCard, 'devcontainer.json', '{"dockerComposeFile": ["a.yml", "b.yml"], "postCreateCommand": "docker pull a:${localEnv:T:1}", "onCreateCommand": {"x": ["docker", "build", "--build-arg", "A=1", "."], "y": "docker run b"}}'],
	[bakeCard, 'docker-bake.hcl', 'L = ["a:1"]\nfunction "f" {\n  params = [x]\n  result = ["${x}:1", regex_replace(x, "(a+)", "b")]\n}\ntarget "a" {\n  tags = concat(L, f("a"), [for i, x in ["b"] : "${x}:${i}" if x != "c"], target.b.tags)\n  args = merge({for k in L : k => k}, {A = -1})\n  dockerfile-inline = <<-E\n    FROM a:${nope}\n  E\n}\n'],
	[bakeCard, 'docker-bake.hcl', 'variable "T" { default = "1" }\nfunction "f" {\n  params = [x]\n  result = "${x}:${T}"\n}\ntarget "a" {\n  tags = [f("a"), T == "1" ? "b:${T}" : "c", <<-E\n    x\n  E\n  ]\n  contexts = { b = "docker-image://d:1" }\n}\n'],
	[bakeCard, 'docker-bake.json', '{"variable": {"T": {"default": "1"}}, "target": {"a": {"tags": ["a:${T}"], "matrix": {"v": ["1"]}}}}'],
	[kubernetesCard, 'a.yaml', 'apiVersion: apps.openshift.io/v1\nkind: DeploymentConfig\nspec:\n  template:\n    spec:\n      containers:\n      - name: a\n        image: a:{{ b }}\n---\napiVersion: v1\nkind: List\nitems: [{kind: Pod, spec: {containers: [{image: a}]}}]\n'],
	[helmValuesCard, 'values.yaml', 'image:\n  registry: r.io\n  repository: a/b\n  tag: "1"\nb: {image: c:1}\n'],
	[quadletCard, 'a.container', '[Container]\nImage=a:%i\nMount=type=image,source=b:1\n[Build]\nFile=x \\\n y\n'],
	[quayConfigCard, 'config.yaml', 'ALLOWED_OCI_ARTIFACT_TYPES:\n  a:\n    - b\n    - c\nIGNORE_UNKNOWN_MEDIATYPES: true\n'],
];

describe(`Compose and its neighbours: whatever is written (seed ${seed})`, function () {
	this.timeout(patience);

	for (const [card, file, text] of cases) {
		it(`${file} cut, doubled and mixed`, () => {
			const noise = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('\r', '\r\n', '\t', '{{', '${', '"', '\'', ': ', '- ', '\n  ', '[', '}', '&a ', '*a', '<<: *a', '\\', '|', '\ufeff', '\0', '#'));
			const places = fc.array(fc.tuple(fc.nat(text.length), fc.nat(12), noise), { maxLength: 4 });
			holds<[[number, number, string][]]>([places], 150, edits => {
				let changed = text;
				for (const [at, removed, inserted] of edits) { changed = changed.slice(0, at) + inserted + changed.slice(at + removed); }
				check(card, file, changed);
			});
		});
	}

	it('any text at all', () => {
		holds<[string]>([fc.string({ unit: 'binary', maxLength: 200 })], 60, text => {
			for (const [card, file] of cases) { check(card, file, text); }
		});
	});

	it('ten megabytes', () => {
		const line = '  s:\n    image: a:1\n    ports: [\n      "80:80"]\n';
		const text = `services:\n${line.repeat(10 * 1024 * 1024 / line.length - 1)}`;
		assert.equal(extractWith(composeCard, 'compose.yml', text).kind, 'compose');
	}).timeout(60_000);
});

/** All that is said lies inside the text, and each use says what stands there. */
function check(card: ExtractCard, file: string, text: string): void {
	card.matches(file, undefined, text);
	const facts = extractWith(card, file, text);
	const inside = (span: Span | undefined): void => {
		if (span) { assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, JSON.stringify({ span, text })); }
	};
	for (const use of facts.uses) {
		inside(use.span);
		assert.equal(use.text, text.slice(use.span.start, use.span.end));
		for (const part of ['domain', 'path', 'tag', 'digest'] as const) {
			inside(use.spans[part]);
			const written = part === 'tag' || part === 'digest' ? use.reference?.[part] : undefined;
			if (written !== undefined && use.spans[part]) { assert.equal(text.slice(use.spans[part].start, use.spans[part].end), written); }
		}
		inside(use.errorSpan);
		inside(use.owner?.span);
	}
	for (const entry of facts.entries) { inside(entry.keySpan); inside(entry.lineSpan); }
	for (const type of facts.quay?.types ?? []) { inside(type.keySpan); assert.ok((type.insertion?.offset ?? 0) <= text.length); }
}
