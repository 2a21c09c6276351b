import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectCache } from '../paths.mjs';
import { step } from '../progress.mjs';
import { installOnce } from './installOnce.mjs';
import { run } from './run.mjs';

/**
 * Unpacks packages of Debian or Ubuntu, and those they need that the machine does not have, into a folder of the project. Needs no root
 * and installs nothing.
 *
 * @param {readonly string[]} packages
 * @returns {Promise<{ folder: string, env: NodeJS.ProcessEnv }>} the root of the unpacked files, and what their programs need in the environment
 */
export async function aptTools(packages) {
	const folder = await installOnce(join(projectCache, 'tools'), partial =>
		step(`Unpacking ${packages.join(', ')}`, () => unpack(packages, partial)));
	return { folder, env: environment(folder) };
}

async function unpack(packages, folder) {
	// The machine's lists of packages may be missing or old, and may not be ours to change: then we read our own.
	const own = await mkdtemp(join(tmpdir(), 'pullcheck-apt-'));
	try {
		const files = await download(packages, own, []).catch(async () => download(packages, own, await ownLists(own)));
		for (const file of files) {
			await run('dpkg', ['-x', file, folder]);
		}
	} finally {
		await rm(own, { recursive: true, force: true });
	}
}

async function download(packages, folder, options) {
	const common = ['-o', 'Debug::NoLocking=1', '-o', 'APT::Sandbox::User=', ...options];
	const plan = await run('apt-get', [...common, 'install', '--print-uris', '-qq', '-y', '--no-install-recommends', ...packages]);
	// Each line: 'http://…/pool/main/b/buildah/buildah_1.28.2_amd64.deb' buildah_1.28.2_amd64.deb 6923 SHA256:…
	const needed = plan.split('\n').map(line => /^'.*' ([^_]+)_\S+\.deb /.exec(line)?.[1]).filter(Boolean);
	await run('apt-get', [...common, 'download', '-qq', ...needed], { cwd: folder });
	return (await readdir(folder)).filter(name => name.endsWith('.deb')).map(name => join(folder, name));
}

async function ownLists(folder) {
	const state = join(folder, 'state');
	const cache = join(folder, 'cache');
	await mkdir(join(state, 'lists/partial'), { recursive: true });
	await mkdir(join(cache, 'archives/partial'), { recursive: true });
	const options = ['-o', `Dir::State=${state}`, '-o', 'Dir::State::status=/var/lib/dpkg/status', '-o', `Dir::Cache=${cache}`];
	// A source that does not answer is no reason to stop: what is missing then shows in the download.
	await run('apt-get', ['-o', 'Debug::NoLocking=1', '-o', 'APT::Sandbox::User=', ...options, 'update', '-qq']).catch(() => {});
	return options;
}

function environment(folder) {
	const machine = { x64: 'x86_64', arm64: 'aarch64' }[process.arch] ?? process.arch;
	const libraries = ['usr/lib', 'lib'].map(place => join(folder, place, `${machine}-linux-gnu`)).filter(path => existsSync(path));
	return {
		LD_LIBRARY_PATH: [...libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
		PATH: [process.env.PATH, join(folder, 'usr/bin'), join(folder, 'usr/sbin')].filter(Boolean).join(':'),
	};
}
