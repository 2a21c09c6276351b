import assert from 'node:assert/strict';
import { registriesConf, rewrite, ruleFor } from '../../../../src/core/registry/mirrors/registriesConf.ts';
import { toml } from '../testRegistry.ts';

describe('a rule of registries.conf', () => {
	const rules = registriesConf(toml('[[registry]]\nprefix = "*.corp.example"\n[[registry]]\nlocation = "quay.io"\n[[registry.mirror]]\ninsecure = true\n[[registry]]\ninsecure = true\n[[registry]]\nprefix = ""\n'));
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
