// `npm run licences`: writes THIRD-PARTY-NOTICES.md, the licences of the packages whose code or files are in the bundles.
// With --check nothing is written: exit 1 when the file is stale, or when a licence is not one of those that may be shipped.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../test/host/paths.mjs';

const file = join(projectRoot, 'THIRD-PARTY-NOTICES.md');
/** Licences that ask for no more than their text. CC-BY-4.0 is the icon font's. */
const allowed = ['0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC-BY-4.0', 'ISC', 'MIT'];

const packages = [...new Set(bundledFiles().flatMap(packageFolder))].sort().map(readPackage);
const refused = packages.filter(({ licence }) => !allowed.includes(licence));
for (const { name, licence } of refused) {
	console.error(`${name}: the licence "${licence}" is none of ${allowed.join(', ')}.`);
}
const text = notices(packages);
const fresh = existsSync(file) && readFileSync(file, 'utf8') === text;
if (process.argv.includes('--check')) {
	console.log(fresh ? 'THIRD-PARTY-NOTICES.md is fresh.' : 'THIRD-PARTY-NOTICES.md is stale: npm run licences');
	process.exitCode = fresh && refused.length === 0 ? 0 : 1;
} else {
	writeFileSync(file, text);
	console.log(`THIRD-PARTY-NOTICES.md: ${packages.length} packages.`);
	process.exitCode = refused.length === 0 ? 0 : 1;
}

function bundledFiles() {
	const folder = mkdtempSync(join(tmpdir(), 'pullcheck-licences-'));
	try {
		const metafile = join(folder, 'meta.json');
		execFileSync(process.execPath, ['scripts/build.mjs', '--production', `--out=${join(folder, 'dist')}`, `--metafile=${metafile}`], { cwd: projectRoot, stdio: 'inherit' });
		return JSON.parse(readFileSync(metafile, 'utf8'));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The folder of the package that a bundled file belongs to; none for our own files. */
function packageFolder(path) {
	const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
	return folder === undefined ? [] : [folder];
}

function readPackage(folder) {
	const { name, version, license, author, repository } = JSON.parse(readFileSync(join(projectRoot, folder, 'package.json'), 'utf8'));
	const texts = readdirSync(join(projectRoot, folder)).filter(entry => /^(licen[cs]e|notice|copying)/i.test(entry)).sort();
	return {
		name, version, licence: license,
		source: webAddress(repository?.url ?? repository ?? ''),
		text: texts.map(entry => readFileSync(join(projectRoot, folder, entry), 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n') || `Licence: ${license}. ${author?.name ?? author ?? ''}`.trim(),
	};
}

/** npm's short forms of a GitHub repository spelt out. */
function webAddress(repository) {
	return repository.replace(/^git\+/, '').replace(/\.git$/, '').replace(/^(?:github:|git@github\.com:)?(?=[\w-]+\/[\w.-]+$)/, 'https://github.com/');
}

function notices(list) {
	const parts = list.map(({ name, version, licence, source, text: licenceText }) => `## ${name} ${version} (${licence})\n\n${source ? `${source}\n\n` : ''}\`\`\`\n${licenceText}\n\`\`\`\n`);
	return `# Third-party notices\n\nPullcheck's bundles contain code or files of these packages. Written by \`npm run licences\`.\n\n${parts.join('\n')}`;
}
