import assert from 'node:assert/strict';
import { composeCard } from '../../../src/core/extract/compose/card.ts';
import { readDotenv } from '../../../src/core/extract/compose/dotenv.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';

const environment = { SET: 'v', EMPTY: '' };

function expect(marked: string, expected: readonly string[]): void {
	expectUses(composeCard, 'compose.yaml', marked, expected, { environment });
}

describe('Compose: a reference reaches over the whole of its variables', () => {
	const build = (body: string): string => `services:\n  a:\n    build:\n      ${body}\n`;

	for (const [written, image] of [
		['«r/a:${UNSET:-1}»', 'docker.io/r/a:1'],
		['«${UNSET:-r/a}»', 'docker.io/r/a:latest'],
		['«${UNSET:-r/a}:${UNSET-2}»', 'docker.io/r/a:2'],
		['«${UNSET:+no}r/a»', 'docker.io/r/a:latest'],
		['«r/a:1${EMPTY-z}»', 'docker.io/r/a:1'],
		['«r/a:${UNSET:-${SET:-q}}»', 'docker.io/r/a:v'],
		['«r/a:${UNSET:-x}${UNSET:-y}»', 'docker.io/r/a:xy'],
		['«r/a:$SET»', 'docker.io/r/a:v'],
	] as const) {
		it(`${written} as a cache of type registry`, () => {
			expect(build(`cache_from: ["type=registry,ref=${written},mode=max"]`), [`compose-cache-from image ${image}`]);
		});
		it(`${written} as an additional context`, () => {
			expect(build(`additional_contexts: ["base=docker-image://${written}"]`), [`compose-additional-context image ${image}`]);
		});
		it(`${written} in an inline Dockerfile`, () => {
			expect(build(`dockerfile_inline: "FROM ${written}\\nRUN true\\n"`), [`compose-inline-from image ${image}`]);
		});
	}

	it('leaves out what a default brings beside the reference', () => {
		expect(build('cache_from: ["${UNSET:-type=registry,ref=«r/a»}"]'), ['compose-cache-from image docker.io/r/a:latest']);
	});

	it('keeps the parts that stand in the file', () => {
		const { uses } = extractWith(composeCard, 'compose.yaml', build('dockerfile_inline: "FROM alpine:${UNSET:-3}"'));
		const { tag } = uses[0]!.spans;
		assert.ok(tag);
		assert.equal(tag.end - tag.start, 1);
	});
});

describe('Compose: odd YAML', () => {
	it('a tab before a comment ends a value', () => {
		expect('services:\n  a:\n    build:\n      tags: # c\n      # deep\n      - «r/a:1»\t# x: y\n    image: «r/b»\t\n', [
			'compose-build-tag build-output docker.io/r/a:1', 'compose-image build-output docker.io/r/b:latest',
		]);
	});

	it('a block scalar at the end of a file without a last line end', () => {
		expect('services:\n  a:\n    image: |\n      «r/a:${SET}»', ['compose-image image docker.io/r/a:v']);
	});

	it('a tagged block scalar with its own indentation in a list', () => {
		expect('services:\n  a:\n    build:\n      tags:\n        - !!str |2-\n          «r/a:${SET}»\n', ['compose-build-tag build-output docker.io/r/a:v']);
	});
});

describe('Compose: extends and documents', () => {
	it('a service extends what its own document says', () => {
		expect('services:\n  a: { image: «r/a» }\n  b: { extends: a }\n---\nservices:\n  a: { image: «r/c» }\n', [
			'compose-image image docker.io/r/a:latest', 'compose-image image docker.io/r/c:latest',
		]);
	});

	it('a later document lies over what an earlier one extends', () => {
		expect('services:\n  a: { image: «r/a» }\n  b: { extends: a, build: . }\n---\nservices:\n  b: { image: «r/c» }\n', [
			'compose-image image docker.io/r/a:latest', 'compose-image build-output docker.io/r/c:latest',
		]);
	});
});

describe('Compose: environment files', () => {
	for (const [file, value] of [
		['V= # c', '# c'], ['V=a # c', 'a'], ['V=a\t# c', 'a\t# c'], ['V=a#c', 'a#c'], ['V="a\\\'b"', 'a\\\'b'], ['V=\'a\\\'b\'', 'a\'b'], ['\ufeffV=a', 'a'],
	] as const) {
		it(`${JSON.stringify(file)} is ${JSON.stringify(value)}`, () => {
			assert.equal(readDotenv('.env', file, () => undefined).get('V')?.value, value);
		});
	}
});
