import assert from 'node:assert/strict';
import { explain } from '../../../src/core/explain/explain.ts';

describe('explain: what a program said is told from a string', () => {
	const said = 'pull access denied for acme/app, repository does not exist or may require \'docker login\'';
	for (const text of [
		`  "stoppedReason": "${said}",`,
		`error="${said}"`,
		`{"errors": ["${said}"]}`,
		`"errors": ["${said}"],`,
		`    stderr: |-\n      Error response from daemon: ${said}`,
		`    example: |\n      text\nError response from daemon: ${said}`,
		`#12 0.345 ${said}`,
		`Error: "${said}"`,
	]) {
		it(`explained: ${text.replace(/\s+/g, ' ').slice(0, 60)}`, () => {
			assert.deepEqual(explain(text).matches.map(match => match.code), ['repository-missing-or-private']);
		});
	}

	for (const text of [`  "input": "${said}",`, `const x = "${said}";`, `    example: |\n      Error response from daemon: ${said}`, `["a", "${said}"]`, `if out != "${said}" {`]) {
		it(`a string: ${text.replace(/\s+/g, ' ').slice(0, 60)}`, () => {
			assert.deepEqual(explain(text).matches, []);
		});
	}
});
