// Run by itself, `node test/host/realTools.mjs` prints where the tools are, as JSON: what `test/support/realRegistry.ts` reads.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aptTools } from './install/aptTools.mjs';

/** The programs of each tool, the first found counts; and the packages that Debian, Ubuntu and Fedora have it in. */
const tools = {
	registry: { programs: ['docker-registry', 'registry'], apt: 'docker-registry', dnf: 'docker-distribution' },
	buildah: { programs: ['buildah'], apt: 'buildah', dnf: 'buildah' },
	skopeo: { programs: ['skopeo'], apt: 'skopeo', dnf: 'skopeo' },
};

/**
 * A real registry and real tools that build and copy images: those on the PATH, or else unpacked from Debian's or Ubuntu's packages.
 *
 * @returns {Promise<{ registry: string, buildah: string, skopeo: string, env: NodeJS.ProcessEnv }>}
 * the programs, and what their environment needs in addition
 * @throws when one is missing and cannot be got here; the message names the command that installs it
 */
export async function realTools() {
	const found = Object.fromEntries(Object.entries(tools).map(([name, { programs }]) => [name, onPath(programs)]));
	const missing = Object.keys(tools).filter(name => !found[name]);
	if (missing.length === 0) {
		return { ...found, env: {} };
	}
	if (!onPath(['apt-get']) || !onPath(['dpkg'])) {
		throw new Error(`The tests with a real registry need ${missing.join(', ')}. ${howToInstall(missing)}`);
	}
	const { folder, env } = await aptTools(Object.values(tools).map(tool => tool.apt)).catch(error => {
		throw new Error(`The tests with a real registry need ${missing.join(', ')}, and getting them failed. ${howToInstall(missing)}\n${error.message}`);
	});
	const unpacked = missing.map(name => [name, join(folder, 'usr/bin', tools[name].programs[0])]);
	return { ...found, ...Object.fromEntries(unpacked), env };
}

function onPath(programs) {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return programs.flatMap(program => folders.map(folder => join(folder, program))).find(path => existsSync(path));
}

function howToInstall(missing) {
	const packages = kind => missing.map(name => tools[name][kind]).join(' ');
	if (process.platform === 'linux') {
		return `Run "sudo apt-get install ${packages('apt')}" (Debian, Ubuntu) or "sudo dnf install ${packages('dnf')}" (Fedora).`;
	}
	return 'There is no buildah for this system: run the tests in Linux, as in '
		+ '"docker run --rm -v "$PWD":/pullcheck -w /pullcheck node:20-bookworm npm test" from a checkout without node_modules.';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	try {
		console.log(JSON.stringify(await realTools()));
	} catch (error) {
		console.error(error.message);
		process.exitCode = 1;
	}
}
