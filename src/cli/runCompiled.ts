import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { Script } from 'node:vm';

/**
 * Runs a bundle, which is a function of `require` in parentheses, but keeps what V8 compiled of it beside the file
 * (`FILE.V8VERSION-ARCH-TIME-SIZE.bin`), so that
 * the next run need not parse a megabyte first. V8 itself refuses what another version or other flags made; a folder that
 * cannot be written to means that nothing is kept.
 *
 * @param file absolute path of the bundle, in ASCII
 * @param options `keep`: whether this run leaves what it compiled when nothing usable is there
 */
export function runCompiled(file: string, options: { readonly keep: boolean }): void {
	const compiled = compiledName(file);
	const cachedData = readIfThere(compiled);
	const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...cachedData && { cachedData } });
	if (options.keep && (!cachedData || script.cachedDataRejected === true)) {
		process.once('exit', () => { keep(compiled, script); });
	}
	const run = script.runInThisContext() as (require: (name: string) => unknown) => void;
	// `createRequire` loads all of Node's loaders first, and a bundle needs Node's own modules only.
	run(name => process.getBuiltinModule(name));
}

function compiledName(file: string): string {
	const { mtimeMs, size } = statSync(file);
	return `${file}.${process.versions.v8}-${process.arch}-${Math.round(mtimeMs)}-${size}.bin`;
}

function readIfThere(path: string): Buffer | undefined {
	try { return readFileSync(path); } catch { return undefined; }
}

/** Under a name of its own first: another run may be reading. */
function keep(path: string, script: Script): void {
	try {
		const unfinished = `${path}.${process.pid}`;
		writeFileSync(unfinished, script.createCachedData());
		renameSync(unfinished, path);
	} catch {
		// Only the next start is slower.
	}
}
