import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { diagnoses } from '../../../src/core/diagnoses/index.ts';
import { maskSecrets, secretPatterns } from '../../../src/core/explain/maskSecrets.ts';
import { normaliseLine } from '../../../src/core/explain/normaliseLine.ts';

const folder = 'src/core/explain';

/** What every line of output meets: the patterns of the folder, those of the masks among them. */
const own = new Map<string, RegExp>([
	...readdirSync(folder).flatMap(name => literals(join(folder, name))),
	...secretPatterns.map(([pattern]): [string, RegExp] => [String(pattern), pattern]),
]);

/** And the symptoms; that none of these is exponential is tested with each of them. */
const patterns = new Map<string, RegExp>([
	...own,
	...diagnoses.flatMap(({ code, symptoms }) => (symptoms ?? []).map(({ pattern }): [string, RegExp] => [`${code}: ${String(pattern)}`, pattern])),
]);

/** Lines of the greatest length that a pattern sees, made of what makes patterns slow. */
const hard = ['a', ' ', '/', ':', '.', '"', '-', 'a.', 'a:', 'a/', '/v2/', 'a b ', '\\"', 'x=', '{"errors":[', 'https://a', 'failed to push ', 'login ', '`', '\'', '@', '1', '\t'].map(part => part.repeat(4096 / part.length));

describe('explain: patterns', () => {
	it('are all found', () => { assert.ok(patterns.size > 250, String(patterns.size)); });

	it('can none be made slow exponentially', () => {
		const slow = [...own].filter(([, { source, flags }]) => {
			const exact = checkSync(source, flags, { checker: 'automaton', timeout: 300 });
			const verdict = exact.status === 'unknown' ? checkSync(source, flags, { checker: 'fuzz', timeout: 1000 }) : exact;
			return verdict.status === 'vulnerable' && verdict.complexity.type === 'exponential';
		}).map(([name]) => name);
		assert.deepEqual(slow, []);
	}).timeout(240_000);

	it('answer within a tenth of a second on the longest line', () => {
		const slow: string[] = [];
		for (const [name, pattern] of patterns) {
			for (const line of hard) {
				const begun = process.cpuUsage();
				line.replace(pattern, '');
				const { user } = process.cpuUsage(begun);
				if (user > 100_000) { slow.push(`${name} on ${line.slice(0, 20)}: ${user / 1000} ms`); }
			}
		}
		assert.deepEqual(slow, []);
	}).timeout(120_000);

	it('see of a long line no more than its head and its tail', () => {
		const line = normaliseLine(`Error: ${'x'.repeat(50_000_000)} manifest unknown`);
		assert.ok(line.length < 5000 && line.startsWith('Error: x') && line.endsWith('manifest unknown'));
		assert.equal(maskSecrets(line), line);
	});
});

/** The regular expressions that a file writes down. */
function literals(file: string): readonly (readonly [string, RegExp])[] {
	const found: (readonly [string, RegExp])[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf('/');
			found.push([`${file}: ${node.text}`, new RegExp(node.text.slice(1, end), node.text.slice(end + 1))]);
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
	return found;
}
