import assert from 'node:assert/strict';
import type { Reference } from '../../../src/core/model/index.ts';
import { createRegistry, type RegistryOptions } from '../../../src/core/registry/createRegistry.ts';
import { readToml, type TomlTable } from '../../../src/core/registry/mirrors/readToml.ts';
import type { RegistryPort } from '../../../src/core/registry/port.ts';
import { parseReference } from '../../../src/core/reference/parseReference.ts';
import { startFakeRegistry, type FakeRegistry, type FakeRegistryOptions } from '../../support/fakeRegistry.ts';
import { fillSampleImages } from '../../support/sampleImages.ts';

/** A reference that must be valid. */
export function ref(text: string): Reference {
	const parsed = parseReference(text);
	if (!parsed.ok) { throw new Error(`${text}: ${parsed.error.message}`); }
	return parsed.reference;
}

/** Collects what a test opens and closes it after each. */
export interface Bench {
	/** A fake registry with the sample images. */
	fake(options?: FakeRegistryOptions): Promise<FakeRegistry>;
	/** A client that sees no file, environment or helper of this machine unless it is given. */
	client(options?: RegistryOptions): RegistryPort;
	/** Everything the clients logged. */
	readonly lines: readonly string[];
}

/** Registers the clean-up with mocha. */
export function bench(): Bench {
	const closing: (() => Promise<void>)[] = [];
	const lines: string[] = [];
	afterEach(async () => {
		lines.length = 0;
		for (const close of closing.splice(0).reverse()) { await close(); }
	});
	return {
		lines,
		async fake(options) {
			const registry = await startFakeRegistry(options);
			closing.push(() => registry.close());
			fillSampleImages(registry);
			return registry;
		},
		client(options = {}) {
			const port = createRegistry({ environment: {}, homeFolder: '/nobody', files: noFiles, runHelper: false, log: line => lines.push(line), ...options });
			closing.push(() => port.dispose());
			return port;
		},
	};
}

/** A disk with nothing on it. */
export const noFiles = { readText: () => Promise.resolve(undefined), list: () => Promise.resolve([]) };

/** A disk with just these files. */
export function files(contents: Readonly<Record<string, string>>): NonNullable<RegistryOptions['files']> {
	return {
		readText: path => Promise.resolve(contents[path]),
		list: folder => Promise.resolve(Object.keys(contents).filter(path => path.startsWith(`${folder}/`)).map(path => path.slice(folder.length + 1)).filter(name => !name.includes('/'))),
	};
}

/** Docker's config.json with one login, as options for a client. */
export function loggedIn(host: string, user: string, password: string): Pick<RegistryOptions, 'files'> {
	const auth = Buffer.from(`${user}:${password}`).toString('base64');
	return { files: files({ '/nobody/.docker/config.json': JSON.stringify({ auths: { [host]: { auth } } }) }) };
}

/** A settings file in TOML that is as it should be. */
export const toml = (text: string): TomlTable => readToml({ path: 'test.toml', text }, assert.fail);
