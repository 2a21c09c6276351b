import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explain } from '../../../src/core/explain/explain.ts';
import { diagnoses } from '../../../src/core/diagnoses/index.ts';
import { mutate, mutations } from './mutate.ts';
import { holds, patience, seed } from './runs.ts';
import { outputs, samples } from './samples.ts';

const codes = new Set(diagnoses.map(({ code }) => code));

describe(`Any log is explained or left alone (seed ${seed})`, function () {
	this.timeout(patience);

	it('no exception, no hang, matches on lines that are there', () => {
		const log = fc.tuple(fc.array(fc.oneof(fc.constantFrom(...outputs), fc.constantFrom(...samples).map(({ text }) => text.slice(0, 400)), fc.string()), { maxLength: 6 }), mutations);
		holds<[[string[], Parameters<typeof mutate>[1]]]>([log], 1500, ([lines, changes]) => {
			const text = mutate(lines.join('\n'), changes);
			const found = explain(text);
			assert.equal(found.lines, text.split('\n').length);
			for (const { code, line, count } of found.matches) {
				assert.ok(codes.has(code), code);
				assert.ok(line >= 1 && line <= found.lines && count >= 1, `${code} on line ${line}`);
			}
		});
	});

	it('a password in it is never said again', () => {
		const secret = fc.stringMatching(/^[A-Za-z0-9]{24,40}$/);
		const form = fc.constantFrom('Authorization: Bearer SECRET', 'Authorization: Basic SECRET', 'docker login -u a -p SECRET quay.io', 'docker login --password=SECRET quay.io', 'https://user:SECRET@quay.io/v2/', 'GET https://quay.io/v2/auth?access_token=SECRET', '{"auth":"SECRET"}', '"identitytoken": "SECRET"', 'password: SECRET');
		holds<[string, string, string]>([fc.constantFrom(...outputs), form, secret], 800, (line, where, value) => {
			const text = `${where.replace('SECRET', value)} ${line.split('\n')[0]}`;
			assert.ok(!JSON.stringify(explain(text)).includes(value), text);
		});
	});
});
