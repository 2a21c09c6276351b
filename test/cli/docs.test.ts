import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { folderWith } from './folder.ts';
import { runIn } from './run.ts';

const page = readFileSync('docs/ci.md', 'utf8');
const blocks = [...page.matchAll(/^```(?<language>\w+)(?: (?<file>\S+))?\n(?<text>[\s\S]*?)^```$/gm)].map(({ groups }) => groups as { language: string; file?: string; text: string });
const block = (file: string): string => blocks.find(candidate => candidate.file === file)?.text ?? assert.fail(`no block ${file}`);

describe('docs/ci.md', () => {
	it('has settings that pullcheck accepts, and that its schema accepts', async () => {
		const settings = block('.pullcheckrc.json');
		const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('media/pullcheckrc.schema.json', 'utf8')) as object);
		assert.ok(validate(JSON.parse(settings)), JSON.stringify(validate.errors));
		assert.ok(!validate({ colour: true }), 'the schema can refuse');
		const folder = folderWith({ '.pullcheckrc.json': settings, '.pullcheck-baseline.json': '{"findings":[]}', 'build.sh': 'buildah bud -t registry.acme.io/a/b:1 .\n', 'vendor/build.sh': 'buildah bud -t registry.acme.io/a/b:1 .\n' });
		const { code, out } = await runIn(folder, ['check', '--offline', '--format', 'json']);
		assert.equal(code, 1);
		assert.deepEqual((JSON.parse(out) as { findings: { file: string; code: string }[] }).findings.map(({ file, code: found }) => `${file} ${found}`), ['build.sh oci-unsupported-by-target']);
	});

	it('has pipelines whose commands pullcheck understands', async () => {
		for (const file of ['.github/workflows/images.yml', '.gitlab-ci.yml']) {
			const commands = [...JSON.stringify(parse(block(file))).matchAll(/npx pullcheck ([^"|>]+)/g)].map(match => match[1]!.trim().split(' '));
			assert.ok(commands.length > 0, file);
			for (const args of commands) {
				const { code, err } = await runIn(folderWith({}), [...args, '--offline']);
				assert.equal(code, 0, `${args.join(' ')}: ${err}`);
			}
		}
	});

	it('names a pre-commit hook that exists', () => {
		const used = (parse(block('.pre-commit-config.yaml')) as { repos: { hooks: { id: string }[] }[] }).repos[0]?.hooks[0]?.id;
		const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { id: string; entry: string }[];
		assert.equal(hooks.find(({ id }) => id === used)?.entry, 'pullcheck check');
	});

	it('has a hook whose program is there when npm installs the repository', () => {
		const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly { readonly id: string; readonly entry: string; readonly language: string }[];
		const { bin, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly bin: Readonly<Record<string, string>>; readonly scripts: Readonly<Record<string, string>> };
		assert.ok(block('.pre-commit-config.yaml').includes(`- id: ${hook?.id ?? '?'}`));
		assert.equal(hook?.language, 'node');
		assert.ok(bin[hook.entry.split(' ')[0]!]);
		// For a repository npm runs this script, and not prepack.
		assert.match(scripts['prepare'] ?? '', /scripts\/prepare\.mjs/);
	});
});
