import assert from 'node:assert/strict';
import { folderWith } from './folder.ts';
import { runIn } from './run.ts';

describe('wrong use of the command line', () => {
	for (const [what, args, line] of [
		['an unknown command', ['chekc'], 'unknown command "chekc"; the commands are check, explain, inspect, refs'],
		['an unknown format', ['check', '--format', 'xml'], '--format takes text, json, sarif, github; not "xml"'],
		['an unknown target', ['check', '--target', 'mars'], 'unknown target "mars"; known are '],
		['no image', ['inspect'], 'inspect takes one image, for example: pullcheck inspect alpine:3.20'],
		['a name that is none', ['inspect', 'Foo/Bar'], '"Foo/Bar" is no image reference: '],
		['an unknown option', ['check', '--nope'], 'Unknown option \'--nope\''],
		['two logs', ['explain', 'a', 'b'], 'explain takes one file, or standard input'],
		['a log that is not there', ['explain', 'gone.log'], 'cannot read gone.log: '],
	] as const) {
		it(`${what}: one clear line and exit 2`, async () => {
			const { code, out, err } = await runIn(folderWith({}), args);
			assert.equal(code, 2);
			assert.equal(out, '');
			assert.ok(err.startsWith(`pullcheck: ${line}`), err);
		});
	}

	for (const [text, line] of [
		['{ "profile": "loud" }', '.pullcheckrc.json: "profile" takes default, strict, quiet'],
		['{ "targets": "x" }', '.pullcheckrc.json: "targets" must be a list of texts'],
		['{\n  "severity": }', '.pullcheckrc.json:2:15: not valid JSON (ValueExpected)'],
		['{ "severity": { "tag-not-found": "fatal" } }', '.pullcheckrc.json: "severity": tag-not-found takes error, warning, info, hint, off'],
		['{ "colour": true }', '.pullcheckrc.json: "colour" is no setting'],
	] as const) {
		it(`settings ${text}: file, place and what to do`, async () => {
			const { code, err } = await runIn(folderWith({ '.pullcheckrc.json': text }), ['check', '--offline']);
			assert.equal(code, 2);
			assert.equal(err, `pullcheck: ${line}\n`);
		});
	}

	it('--help of every command and --version are printed to standard output', async () => {
		for (const args of [['--help'], ['check', '--help'], ['refs', '-h'], ['inspect', '--help'], ['explain', '--help'], ['--version']]) {
			const { code, out, err } = await runIn(folderWith({}), args);
			assert.equal(code, 0, args.join(' '));
			assert.ok(out.length > 4 && err === '', args.join(' '));
		}
		assert.match((await runIn(folderWith({}), ['check', '--help'])).out, /openshift-3\.11\s+Docker format only/);
	});
});
