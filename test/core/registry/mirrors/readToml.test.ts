import assert from 'node:assert/strict';
import { readToml } from '../../../../src/core/registry/mirrors/readToml.ts';
import { registriesConf, rewrite, ruleFor } from '../../../../src/core/registry/mirrors/registriesConf.ts';

describe('TOML that is not quite right', () => {
	const table: readonly (readonly [says: string, text: string, found: object])[] = [
		['a table without a name holds nothing of the file', '[]\na = 1\n[b]\nc = 2', { b: { c: 2 } }],
		['a text that its line ends', 'a = "open\nb = 1', { a: 'open', b: 1 }],
		['a text that the file ends', 'a = "open', { a: 'open' }],
		['an escape that the file ends', 'a = "x\\', { a: 'x' }],
		['an escape that nobody knows', 'a = "\\q\\n"', { a: 'q\n' }],
		['a list with something that is nothing', 'a = [1, ?, 2]\nb = 3', { a: [1], b: 3 }],
		['a list that the file ends', 'a = [1, "x"', { a: [1, 'x'] }],
		['an inline table without a value', 'a = { b = 1, c }\nd = 2', { a: { b: 1 }, d: 2 }],
		['an inline table with a value that is nothing', 'a = { b = ? }\nd = 2', { a: {}, d: 2 }],
		['a value that is a date', 'a = 1979-05-27\nb = 1', { b: 1 }],
		['lists in lists in lists, too deep', `a = ${'['.repeat(20)}1${']'.repeat(20)}\nb = 1`, { b: 1 }],
		['a key that is a value already', 'a = 1\na.b = 2', { a: { b: 2 } }],
		['a table that is a value already', 'a = 1\n[[a]]\nb = 1', { a: [{ b: 1 }] }],
	];
	for (const [says, text, found] of table) {
		it(says, () => {
			const { a, ...rest } = JSON.parse(JSON.stringify(readToml(text))) as Record<string, unknown>;
			const { a: wantedA, ...wanted } = found as Record<string, unknown>;
			assert.deepEqual(rest, wanted);
			if (wantedA !== undefined) { assert.deepEqual(a, wantedA); }
		});
	}
});

describe('a rule of registries.conf', () => {
	const rules = registriesConf('[[registry]]\nprefix = "*.corp.example"\n[[registry]]\nlocation = "quay.io"\n[[registry.mirror]]\ninsecure = true\n[[registry]]\ninsecure = true\n[[registry]]\nprefix = ""\n');
	it('needs a name, and its mirrors a place', () => { assert.deepEqual(rules.map(({ prefix, mirrors }) => [prefix, mirrors.length]), [['*.corp.example', 0], ['quay.io', 0]]); });
	it('for all hosts below a domain leaves names as they are', () => {
		for (const name of ['a.corp.example/x', 'a.b.corp.example:5000/x']) {
			const rule = ruleFor(rules, name);
			assert.equal(rule && rewrite(name, rule, rule.location), name);
		}
		assert.equal(ruleFor(rules, 'corp.example/x'), undefined);
		assert.equal(ruleFor(rules, 'quay.iox/x'), undefined);
	});
});
