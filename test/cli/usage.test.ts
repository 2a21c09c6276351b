import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { folderWith } from './folder.ts';
import { runIn } from './run.ts';

describe('wrong use of the command line', () => {
	for (const [what, args, line] of [
		['an unknown command', ['chekc'], 'unknown command "chekc"; the commands are check, explain, inspect, pin, refs'],
		['an unknown format', ['check', '--format', 'xml'], '--format takes text, json, sarif, github; not "xml"'],
		['an unknown target', ['check', '--target', 'mars'], 'unknown target "mars"; known are '],
		['no image', ['inspect'], 'inspect takes one image, for example: pullcheck inspect alpine:3.20'],
		['a name that is none', ['inspect', 'Foo/Bar'], '"Foo/Bar" is no image reference: '],
		['no command', [], 'name a command: check, explain, inspect, pin, refs'],
		['an unknown diagnosis', ['check', '--severity', 'nope=off'], '--severity CODE=LEVEL: there is no diagnosis "nope"'],
		['an unknown level', ['check', '--severity', 'tag-not-found=loud'], '--severity CODE=LEVEL takes error, '],
		['a platform that is none', ['check', '--platform', 'windows'], '--platform takes OS/ARCH[/VARIANT], for example linux/arm64; not "windows"'],
		['a platform that is none, of inspect', ['inspect', '--platform', 'windows', 'a'], '--platform takes OS/ARCH[/VARIANT]'],
		['an empty path', ['check', ''], 'no such file or folder: ""'],
		['settings that are not there', ['check', '--config', 'gone.json'], 'cannot read the settings file gone.json (ENOENT)'],
		['a baseline that is not there', ['check', '--baseline', 'gone.json'], 'cannot read the baseline gone.json; write one with --update-baseline'],
		['an unknown option', ['check', '--nope'], 'Unknown option \'--nope\''],
		['two logs', ['explain', 'a', 'b'], 'explain takes one file, or standard input'],
		['a log that is not there', ['explain', 'gone.log'], 'cannot read gone.log: '],
	] as const) {
		it(`${what}: one clear line and exit 2`, async () => {
			const { code, out, err } = await runIn(folderWith({}), args);
			assert.equal(code, 2);
			assert.equal(out, args.length === 0 ? (await runIn(folderWith({}), ['help'])).out : '');
			assert.ok(err.startsWith(`pullcheck: ${line}`) && err.split('\n').length === 2, err);
		});
	}

	for (const [text, line] of [
		['{ "profile": "loud" }', '.pullcheckrc.json:1:14: "profile" takes default, strict, quiet'],
		['{ "targets": "x" }', '.pullcheckrc.json:1:14: "targets" must be a list of targets'],
		['{\n  "severity": }', '.pullcheckrc.json:2:15: not valid JSON (ValueExpected)'],
		['{ "severity": { "tag-not-found": "fatal" } }', '.pullcheckrc.json:1:34: "severity": tag-not-found takes error, warning, info, hint, off'],
		['{ "pullcheck.colour": true }', '.pullcheckrc.json:1:3: "pullcheck.colour" is no setting'],
		['{ "colour": true }', '.pullcheckrc.json:1:3: "colour" is no setting'],
		['{\n\t"targets": ["podman", "mars"]\n}', '.pullcheckrc.json:2:24: "mars" in "targets": unknown target; known are artifactory-6'],
		['{ "platforms": ["arm64"] }', '.pullcheckrc.json:1:17: "arm64" in "platforms": must be OS/ARCH or OS/ARCH/VARIANT, for example linux/arm64'],
		['{ "exclude": [1] }', '.pullcheckrc.json:1:15: 1 in "exclude": must be a text'],
		['{ "severity": { "tag-not-fund": "off" } }', '.pullcheckrc.json:1:17: "severity": there is no diagnosis "tag-not-fund"'],
		['{ "severity": [] }', '.pullcheckrc.json:1:15: "severity" must be an object'],
		['{ "__proto__": {} }', '.pullcheckrc.json:1:3: "__proto__" is no setting'],
		['[]', '.pullcheckrc.json:1:1: the settings must be an object'],
		['', '.pullcheckrc.json:1:1: not valid JSON'],
		['{ "offline": 1 }', '.pullcheckrc.json:1:14: "offline" must be true or false'],
		['{ "baseline": 1 }', '.pullcheckrc.json:1:15: "baseline" must be a file name'],
	] as const) {
		it(`settings ${text}: file, place and what to do`, async () => {
			const { code, err } = await runIn(folderWith({ '.pullcheckrc.json': text }), ['check', '--offline']);
			assert.equal(code, 2);
			assert.ok(err.startsWith(`pullcheck: ${line}`) && err.endsWith('\n') && err.split('\n').length === 2, err);
		});
	}

	it('the settings file takes the names that the editor has, too', async () => {
		const folder = folderWith({ '.pullcheckrc.json': '{ "pullcheck.severity": { "ref-uppercase-repository": "off" } }', 'Dockerfile': 'FROM Acme/App:1\n' });
		assert.equal((await runIn(folder, ['check', '--offline'])).code, 0);
	});

	it('settings in package.json have their place there; a package.json without them may be broken', async () => {
		const run = (text: string) => runIn(folderWith({ 'package.json': text, 'Dockerfile': 'FROM Acme/App:1\n' }), ['check', '--offline']);
		assert.deepEqual(await run('\uFEFF{\n"pullcheck": { "profile": "loud" } }'), { code: 2, out: '', err: 'pullcheck: package.json:2:27: "profile" takes default, strict, quiet\n' });
		assert.equal((await run('{ "pullcheck": { "failOn": "never" } }')).code, 0);
		assert.equal((await run('{ "name": ')).code, 1);
	});

	it('settings may have comments, a last comma and a byte order mark; a folder is none', async () => {
		assert.equal((await runIn(folderWith({ '.pullcheckrc.json': '\uFEFF{ // all\n"failOn": "never", }', 'Dockerfile': 'FROM Acme/App:1\n' }), ['check', '--offline'])).code, 0);
		assert.equal((await runIn(folderWith({ '.pullcheckrc.json/x': '' }), ['check'])).err, 'pullcheck: cannot read the settings file .pullcheckrc.json (EISDIR)\n');
	});

	for (const text of ['', '{', '[]', 'null', '{"findings":{}}', '{"findings":[null]}', '{"findings":[{"file":1}]}']) {
		it(`a baseline ${JSON.stringify(text)} is none, and is named`, async () => {
			const { code, err } = await runIn(folderWith({ 'b.json': text }), ['check', '--offline', '--baseline', 'b.json']);
			assert.deepEqual({ code, err }, { code: 2, err: 'pullcheck: b.json is not a baseline: it must be JSON with a list "findings", as --update-baseline writes it\n' });
		});
	}

	it('a baseline that cannot be written is named', async () => {
		assert.equal((await runIn(folderWith({}), ['check', '--offline', '--baseline', 'no/b.json', '--update-baseline'])).err, 'pullcheck: cannot write the baseline no/b.json (ENOENT)\n');
	});

	it('--help names every option that the command takes', async () => {
		for (const command of ['check', 'refs', 'inspect', 'explain']) {
			const { out } = await runIn(folderWith({}), [command, '--help']);
			const options = [...readFileSync(`src/cli/commands/${command}.ts`, 'utf8').matchAll(/^\s+'?([a-z-]+)'?: \{ type:/gm)].map(([, name]) => `--${name!}`);
			assert.ok(options.length > 0 || command === 'refs');
			for (const option of options) { assert.ok(out.includes(option), `${command} ${option}`); }
		}
	});

	it('--help of every command and --version are printed to standard output', async () => {
		for (const args of [['--help'], ['check', '--help'], ['refs', '-h'], ['pin', '--help'], ['inspect', '--help'], ['explain', '--help'], ['--version']]) {
			const { code, out, err } = await runIn(folderWith({}), args);
			assert.equal(code, 0, args.join(' '));
			assert.ok(out.length > 4 && err === '', args.join(' '));
		}
		assert.match((await runIn(folderWith({}), ['check', '--help'])).out, /openshift-3\.11\s+Docker format only/);
	});
});
