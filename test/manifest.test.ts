import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { diagnoses } from '../src/core/diagnoses/index.ts';
import { targets } from '../src/core/targets/index.ts';
import { docsUrl } from '../src/core/util/docsUrl.ts';

const folder = 'src/core/diagnoses';

interface Manifest {
	readonly contributes: { readonly configuration: Section | readonly Section[] };
}

interface Section {
	readonly properties: Readonly<Record<string, { readonly properties?: Readonly<Record<string, { readonly default: string }>> }>>;
}

describe('package.json, diagnoses and pages tell the same story', () => {
	const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
	const { configuration } = manifest.contributes;
	const sections = Array.isArray(configuration) ? configuration as readonly Section[] : [configuration as Section];
	const severity = sections.map(({ properties }) => properties['pullcheck.severity']).find(setting => setting !== undefined)?.properties ?? {};

	it('what npm run gen writes is fresh', function () {
		this.timeout(30_000);
		const output = execFileSync(process.execPath, ['--require', 'tsx/cjs', 'scripts/gen.ts', '--check'], { encoding: 'utf8' });
		assert.match(output, /fresh/);
	});

	it('every folder with files of a diagnosis is one, and named like its code', () => {
		const folders = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory() && entry.name !== 'support').map(entry => entry.name).sort();
		assert.deepEqual(diagnoses.map(({ code }) => code), folders);
	});

	it('every diagnosis has a page at the address that findings link to, and texts in German and Finnish', () => {
		for (const { code } of diagnoses) {
			assert.ok(existsSync(join(folder, code, 'README.md')), code);
			assert.ok(docsUrl(code).endsWith(`/${folder}/${code}/README.md`), code);
			const texts = JSON.parse(readFileSync(join(folder, code, 'l10n.json'), 'utf8')) as Record<string, Record<string, string>>;
			assert.deepEqual(Object.keys(texts['de'] ?? {}).sort(), Object.keys(texts['fi'] ?? {}).sort(), code);
		}
	});

	it('translations keep the slots of their English text', () => {
		for (const code of ['', ...diagnoses.map(one => one.code)]) {
			const texts = JSON.parse(readFileSync(join(folder, code, 'l10n.json'), 'utf8')) as Record<string, Record<string, string>>;
			for (const [language, pairs] of Object.entries(texts)) {
				for (const [english, translated] of Object.entries(pairs)) { assert.deepEqual(slots(translated), slots(english), `${code} ${language}: ${translated}`); }
			}
		}
	});

	it('messages are one sentence of at most 100 characters besides their arguments', () => {
		for (const { code } of diagnoses) {
			const texts = JSON.parse(readFileSync(join(folder, code, 'l10n.json'), 'utf8')) as Record<string, Record<string, string>>;
			for (const text of Object.keys(texts['de'] ?? {}).filter(one => one.endsWith('.'))) { assert.ok(text.replace(/\{\w+\}/g, '').length <= 100, `${code}: ${text}`); }
		}
	});

	it('titles are short noun phrases without a full stop, each once', () => {
		for (const { title } of diagnoses) { assert.match(title, /^[A-Za-z"].{0,58}[^.]$/, title); }
		assert.equal(new Set(diagnoses.map(({ title }) => title)).size, diagnoses.length);
	});

	it('the severity setting knows every code with its own severity', () => {
		assert.deepEqual(Object.fromEntries(Object.entries(severity).map(([code, schema]) => [code, schema.default])), Object.fromEntries(diagnoses.map(one => [one.code, one.severity])));
	});

	it('settings that steer the network are restricted in an untrusted workspace', () => {
		const restricted = (manifest as { readonly capabilities?: { readonly untrustedWorkspaces?: { readonly restrictedConfigurations?: readonly string[] } } }).capabilities?.untrustedWorkspaces?.restrictedConfigurations ?? [];
		const settings = sections.flatMap(({ properties }) => Object.keys(properties));
		for (const name of restricted) { assert.ok(settings.includes(name), `${name} is no setting`); }
		// How long is waited, and how long an answer is kept, lets nobody in.
		const harmless = ['pullcheck.registry.timeout', 'pullcheck.registry.tagMaxAge'];
		const steering = settings.filter(name => name.startsWith('pullcheck.registry.') && !harmless.includes(name));
		assert.deepEqual([...steering, 'pullcheck.engine', 'pullcheck.offline'].filter(name => !restricted.includes(name)), []);
	});

	it('targets have ids of their own, in order', () => {
		const ids = targets.map(({ id }) => id);
		assert.deepEqual(ids, [...new Set(ids)].sort());
		for (const id of ['openshift-3.11', 'openshift-4', 'docker-1.13', 'docker-20.10', 'podman', 'quay-3.8', 'harbor-1', 'artifactory-6', 'gitlab', 'ecr', 'aws-lambda', 'cri-o-1.34']) {
			assert.ok(ids.includes(id), id);
		}
	});
});

function slots(text: string): readonly string[] {
	return [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
}
