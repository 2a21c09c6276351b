import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { jsonText } from '../../src/cli/format/jsonText.ts';
import { startFakeRegistry, type FakeRegistry } from '../support/fakeRegistry.ts';
import { fillSampleImages } from '../support/sampleImages.ts';
import { folderWith } from './folder.ts';
import { runIn } from './run.ts';

const wrong = 'FROM quay.io/Acme/App:1\n';
const right = 'FROM quay.io/acme/app:1\n';

describe('a hostile folder', () => {
	let registry: FakeRegistry;
	before(async () => {
		registry = await startFakeRegistry({ hostName: 'localhost' });
		fillSampleImages(registry);
	});
	after(() => registry.close());

	describe('that puts secrets of the environment into image names', () => {
		const environment = { AWS_SECRET_ACCESS_KEY: 'hunter2-a', GITHUB_TOKEN: 'hunter2-b', dbPassword: 'hunter2-c', DEPLOY_KEY: 'hunter2-d', DATABASE_URL: 'hunter2-e', TOKEN_SERVICE_TAG: 'plain', CACHE_KEY: 'k', IMAGE_URL: 'u', AUTH_TAG: 'a' };
		const places: Readonly<Record<string, Readonly<Record<string, string>>>> = {
			'a Compose file': { 'compose.yaml': 'services:\n  a:\n    image: HOST/x/${AWS_SECRET_ACCESS_KEY}:1\n  b:\n    image: HOST/y:${GITHUB_TOKEN:-1}\n  c:\n    image: HOST/z:${dbPassword:?}\n  d:\n    image: HOST/z:$DEPLOY_KEY\n' },
			'a .env file beside it': { 'compose.yaml': 'services:\n  a:\n    image: HOST/x:${DB_PASSWORD}\n  b:\n    image: HOST/y/${DATABASE_URL}\n  c:\n    image: HOST/z:${V}\n', '.env': 'DB_PASSWORD=hunter2\nV=v${GITHUB_TOKEN}\n' },
			'build arguments of Compose': { 'compose.yaml': 'services:\n  a:\n    build:\n      context: .\n      args: [GITHUB_TOKEN]\n', 'Dockerfile': 'ARG GITHUB_TOKEN\nFROM HOST/x:${GITHUB_TOKEN}\n' },
			'a dev container': { '.devcontainer.json': '{ "image": "HOST/x/${localEnv:dbPassword}:1" }' },
			'build arguments of a dev container': { '.devcontainer.json': '{ "build": { "dockerfile": "Dockerfile", "args": { "A": "${localEnv:DEPLOY_KEY}" }, "options": ["--build-arg=GITHUB_TOKEN"] } }', 'Dockerfile': 'ARG A\nARG GITHUB_TOKEN\nFROM HOST/x:${A}\nFROM HOST/y:${GITHUB_TOKEN}\n' },
			'a bake file': { 'docker-bake.hcl': 'variable "GITHUB_TOKEN" { default = "1" }\ntarget "a" {\n  contexts = { b = "docker-image://HOST/x:${GITHUB_TOKEN}" }\n  tags = ["HOST/y:${GITHUB_TOKEN}"]\n}\n' },
		};
		for (const [place, files] of Object.entries(places)) {
			it(`has none of them sent or said: ${place}`, async () => {
				const folder = folderWith(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replaceAll('HOST', registry.host)])));
				registry.reset();
				const checked = await runIn(folder, ['check', '--format', 'json'], { environment });
				const { out } = await runIn(folder, ['refs', '--format', 'jsonl'], { environment });
				assert.ok(out !== '' && out.trim().split('\n').every(line => line.includes('"image":null')), out);
				assert.doesNotMatch(JSON.stringify(registry.requests) + checked.out + checked.err + out, /hunter2/);
				assert.deepEqual((JSON.parse(checked.out) as { findings: readonly { severity: string; message: string }[] }).findings.filter(({ severity }) => severity === 'error' || severity === 'warning'), []);
			});
		}

		it('still has other variables resolved', async () => {
			const folder = folderWith({ 'compose.yaml': 'services:\n  a:\n    image: acme/app:${TOKEN_SERVICE_TAG}-${CACHE_KEY}-${IMAGE_URL}-${AUTH_TAG}\n' });
			assert.match((await runIn(folder, ['refs'], { environment })).out, /docker\.io\/acme\/app:plain-k-u-a/);
		});
	});

	it('has nothing written outside of itself: neither through links nor over what is no baseline', async () => {
		const outside = folderWith({ Dockerfile: wrong, env: 'IMAGE=quay.io/Acme/App:1\n' });
		const folder = folderWith({ 'inside/target': wrong, 'notes.txt': 'precious' });
		symlinkSync('inside/target', join(folder, 'Dockerfile'));
		assert.equal((await runIn(folder, ['check', '--offline', '--fix'])).code, 0);
		assert.equal(readFileSync(join(folder, 'inside/target'), 'utf8'), right);
		for (const [link, target, files] of [['Dockerfile', 'Dockerfile', {}], ['.env', 'env', { 'compose.yaml': 'services:\n  a:\n    image: ${IMAGE}\n' }]] as const) {
			const linked = folderWith(files);
			const before = readFileSync(join(outside, target), 'utf8');
			symlinkSync(join(outside, target), join(linked, link));
			const { code, err } = await runIn(linked, ['check', '--offline', '--fix']);
			assert.deepEqual({ code, err }, { code: 2, err: `pullcheck: cannot write ${link}: it is a link to a file outside of this folder\n` });
			assert.equal(readFileSync(join(outside, target), 'utf8'), before);
		}
		assert.match((await runIn(folder, ['check', '--offline', '--baseline', 'notes.txt', '--update-baseline'])).err, /^pullcheck: notes\.txt is not a baseline/);
		assert.equal(readFileSync(join(folder, 'notes.txt'), 'utf8'), 'precious');
	});

	it('cannot be where answers are kept: a cache folder that is not absolute does not count', async () => {
		const folder = folderWith({ Dockerfile: `FROM ${registry.host}/demo/node:20-alpine\n` });
		for (const [named, made] of [['', 'pullcheck'], ['out/relative', 'out/relative']] as const) {
			assert.equal((await runIn(folder, ['check'], { environment: { XDG_CACHE_HOME: named } })).err, '');
			assert.ok(!existsSync(made) && existsSync(join(folder, '.cache/pullcheck')));
		}
	});

	it('is refused settings that nest without end, and its package.json passed over', async () => {
		const deep = '['.repeat(200_000);
		assert.deepEqual(await runIn(folderWith({ '.pullcheckrc.json': deep }), ['check']), { code: 2, out: '', err: 'pullcheck: .pullcheckrc.json: nested too deeply to be settings\n' });
		assert.equal((await runIn(folderWith({ 'package.json': `{ "pullcheck": ${deep}`, 'Dockerfile': wrong }), ['check', '--offline'])).code, 1);
	});

	it('makes no command of a build service out of its lines and names', async () => {
		const folder = folderWith({
			'Dockerfile': 'FROM Acme/App##vso[task.setvariable variable=PATH]x\n', 'b.sh': 'docker push Acme/App:1 # ##[stop-commands]x\n',
			'::add-mask::a/Dockerfile': wrong, ' ::add-mask::b/Dockerfile': wrong, '##teamcity[c]/Dockerfile': wrong,
		});
		for (const args of [['check', '--offline'], ['refs'], ['pin', '--dry-run', '--no-cache'], ['check', '--offline', '--format', 'github'], ['check', '##vso[no]'], ['check', '--offline', '--baseline', '##vso[b]', '--update-baseline'], ['check', '--offline', '--fix']]) {
			const { out, err } = await runIn(folder, args);
			assert.doesNotMatch((out + err).replaceAll(/^::(?:error|warning|notice) .*$/gm, line => line.slice(2)), /^\s*::|##\w*\[/m, args.join(' '));
		}
		const { out } = await runIn(folder, ['explain'], { stdin: '##vso[task.x]manifest for node:20-alpin not found: manifest unknown: manifest unknown\n' });
		assert.match(out, /manifest for node/);
		assert.doesNotMatch(out, /##vso\[/);
	});

	it('makes no link of a SARIF message', async () => {
		const { out } = await runIn(folderWith({ Dockerfile: 'FROM Acme[click](https://evil.example)/x:1\n' }), ['check', '--offline', '--format', 'sarif']);
		assert.match((JSON.parse(out) as { runs: readonly { results: readonly { message: { text: string } }[] }[] }).runs[0]!.results[0]!.message.text, /Acme\\\[click\\\]\(https/);
	});
});

describe('JSON of the command line', () => {
	it('has no character that acts on a terminal, and says the same', () => {
		const value = { '\u009b31m': ['\u202e', '\u{e0041}', '\u007f', 'a\nb\t\u2028', 'é 😀 \u200d'] };
		for (const indent of [undefined, 2]) {
			const text = jsonText(value, indent);
			assert.deepEqual(JSON.parse(text), value);
			assert.doesNotMatch(text, /(?!\n)[\p{Cc}\p{Cf}\u2028]/u);
			assert.ok(text.includes('é 😀 '));
		}
	});
});
