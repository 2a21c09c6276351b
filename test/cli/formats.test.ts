import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import { folderWith } from './folder.ts';
import { runIn } from './run.ts';

const files = {
	'Dockerfile': 'FROM Acme/App/web:1\nFROM alpine:3.20\nHEALTHCHECK CMD true\n',
	'ci, all: 100%.sh': 'buildah bud -t x/y .\n',
	'compose.yaml': 'services:\n  web:\n    image: https://quay.io/acme/app:1\n',
};

describe('the formats of pullcheck check', () => {
	it('SARIF validates against the published schema, with fixes, rules and pages', async () => {
		const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object;
		const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, unicodeRegExp: false });
		const validate = ajv.compile(schema);
		const { out } = await runIn(folderWith(files), ['check', '--offline', '--format', 'sarif']);
		const log = JSON.parse(out) as { runs: { results: { ruleId: string; fixes?: unknown[]; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[]; tool: { driver: { rules: { id: string; helpUri: string; help: { text: string } }[] } } }[] };
		assert.ok(validate(log), JSON.stringify(validate.errors));
		const [run] = log.runs;
		assert.ok((run?.results.length ?? 0) >= 3);
		assert.ok(run?.results.some(({ fixes }) => fixes !== undefined && fixes.length > 0));
		assert.ok(run?.tool.driver.rules.every(({ id, helpUri, help }) => helpUri.includes(id) && help.text.includes(helpUri)));
		assert.ok(run?.results.some(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri === 'ci%2C%20all%3A%20100%25.sh'));
		assert.ok(!validate({ version: '2.1.0', runs: [{ results: [{}] }] }), 'the validation can fail');
	});

	it('SARIF counts lines and columns from 1, in UTF-16 units, of findings and of edits', async () => {
		const folder = folderWith({ ...files, 'compose.yaml': '\uFEFFservices:\n  web: { container_name: "😀", image: https://quay.io/acme/app:1 }\n' });
		const read = async <T>(format: string): Promise<T> => JSON.parse((await runIn(folder, ['check', '--offline', '--format', format])).out) as T;
		interface Range { readonly start: { readonly line: number; readonly character: number }; readonly end: { readonly line: number; readonly character: number } }
		const { findings } = await read<{ findings: readonly { range: Range; fixes: readonly { edits: readonly { range: Range }[] }[] }[] }>('json');
		const { runs: [run] } = await read<{ runs: readonly { results: readonly { locations: readonly { physicalLocation: { region: unknown } }[]; fixes?: readonly { artifactChanges: readonly { replacements: readonly { deletedRegion: unknown }[] }[] }[] }[] }[] }>('sarif');
		const region = ({ start, end }: Range): unknown => ({ startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 });
		assert.deepEqual(run?.results.map(({ locations }) => locations[0]?.physicalLocation.region), findings.map(({ range }) => region(range)));
		assert.deepEqual(run.results.flatMap(({ fixes = [] }) => fixes.flatMap(({ artifactChanges }) => artifactChanges.flatMap(({ replacements }) => replacements.map(({ deletedRegion }) => deletedRegion)))),
			findings.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map(({ range }) => region(range)))));
		const line = '  web: { container_name: "😀", image: https://quay.io/acme/app:1 }';
		assert.ok(findings.some(({ range }) => range.start.line === 1 && range.start.character === line.indexOf('https')), JSON.stringify(findings.map(({ range }) => range)));
	});

	it('GitHub annotations escape what the workflow commands reserve', async () => {
		const { out } = await runIn(folderWith(files), ['check', '--offline', '--format', 'github']);
		const lines = out.trim().split('\n');
		assert.ok(lines.some(line => line.startsWith('::warning file=ci%2C all%3A 100%25.sh,line=1,endLine=1,col=1,endColumn=12,title=pullcheck%3A buildah-oci-drops-instruction::')), out);
		assert.ok(lines.every(line => /^::(?:error|warning|notice) file=[^:]+::\S/.test(line)), out);
	});

	it('a password that a file holds is in no finding, and hidden in the line that is shown', async () => {
		const secret = 'C4n4ryS3cretXYZ';
		const folder = folderWith({
			'login.sh': `docker login -u ci -p '${secret} x' quay.io\ndocker login \\\n  -p ${secret} \\\n  quay.io\ndocker pull ci:${secret}@quay.io/acme/app\nskopeo copy --src-creds ci:${secret} docker://ghcr.io/ACME/x docker://quay.io/a/b:1\n`,
			'Dockerfile': `FROM https://ci:${secret}@quay.io/acme/app:1\nFROM $BASE\n`,
		});
		for (const format of ['text', 'github', 'json', 'sarif']) {
			const { out, err } = await runIn(folder, ['check', '--offline', '--format', format]);
			assert.ok(out.includes('secret-on-command-line') && out.includes('ref-has-scheme') && out.includes('ref-invalid-format'), out);
			assert.ok(!(out + err).includes(secret), `${format}: ${out}`);
		}
		assert.match((await runIn(folder, ['inspect', `ci:${secret}@quay.io/acme/app`])).err, /^pullcheck: "•••@quay\.io\/acme\/app" is no image reference/);
	});

	it('what could not be asked is said in JSON and SARIF, too', async () => {
		const folder = folderWith({ Dockerfile: 'FROM 127.0.0.1:1/a:1\nFROM 127.0.0.1:1/b:1\n' });
		const json = JSON.parse((await runIn(folder, ['check', '--format', 'json'])).out) as { summary: { notChecked: unknown } };
		assert.deepEqual(json.summary.notChecked, [{ host: '127.0.0.1:1', count: 2, reason: 'not reachable' }]);
		const sarif = JSON.parse((await runIn(folder, ['check', '--format', 'sarif'])).out) as { runs: readonly { invocations: unknown }[] };
		assert.deepEqual(sarif.runs[0]?.invocations, [{ executionSuccessful: true, toolExecutionNotifications: [{ level: 'note', message: { text: 'Not checked: 2 of 127.0.0.1:1, which is not reachable.' } }] }]);
	});

	it('colours only where it is told to', async () => {
		const folder = folderWith(files);
		assert.match((await runIn(folder, ['check', '--offline'], { colour: true })).out, /\u001b\[31merror/);
		assert.ok(!(await runIn(folder, ['check', '--offline', '--no-color'], { colour: true })).out.includes('\u001b'));
		assert.ok(!(await runIn(folder, ['check', '--offline', '--format', 'json'], { colour: true })).out.includes('\u001b'));
	});

	it('orders findings by file, then position, then code', async () => {
		const { out } = await runIn(folderWith(files), ['check', '--offline', '--format', 'json', '--profile', 'strict']);
		const { findings } = JSON.parse(out) as { findings: { file: string; code: string; range: { start: { line: number; character: number } } }[] };
		const keys = findings.map(({ file, code, range: { start } }) => [file, String(start.line).padStart(6, '0'), String(start.character).padStart(6, '0'), code].join('\0'));
		assert.deepEqual(keys, [...keys].sort());
	});
});
