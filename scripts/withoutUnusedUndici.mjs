/**
 * An esbuild plugin that leaves out of undici what pullcheck never uses and every start would pay for: HTTP/2 (not offered), `fetch` bodies
 * (requests have none), Node's assertions, and of the two builds of its HTTP parser the one that not every processor runs.
 * It fails the build where undici changed so that a part is not found any more.
 *
 * @returns {import('esbuild').Plugin}
 */
export function withoutUnusedUndici() {
	return {
		name: 'without-unused-undici',
		setup(build) {
			const seen = new Set();
			let loaded = false;
			build.onStart(() => { seen.clear(); loaded = false; });
			build.onResolve({ filter: /./ }, ({ path, importer }) => {
				if (!/node_modules[\\/]undici[\\/]/.test(importer)) { return undefined; }
				loaded = true;
				const part = Object.keys(parts).find(one => path === one || path.endsWith(`/${one}`));
				if (part === undefined) { return undefined; }
				seen.add(part);
				return { path: part, namespace: 'unused-undici' };
			});
			build.onLoad({ filter: /./, namespace: 'unused-undici' }, ({ path }) => ({ contents: parts[path], resolveDir: '.' }));
			build.onEnd(() => {
				const missing = loaded ? Object.keys(parts).filter(part => !seen.has(part)) : [];
				return missing.length === 0 ? undefined : { errors: [{ text: `undici has no part named ${missing.join(', ')} any more: see scripts/withoutUnusedUndici.mjs` }] };
			});
		},
	};
}

/** What stands in place of each. */
const parts = {
	// Loading Node's own takes longer than all that it is asked.
	'node:assert': 'module.exports = (value, message) => { if (!value) { throw Object.assign(new Error(message ?? "undici: this should not happen"), { code: "ERR_ASSERTION" }); } };',
	// Only the default of a limit that we set ourselves, and a class to compare request bodies with.
	'node:http': 'module.exports = { get maxHeaderSize() { return 65536; }, IncomingMessage: class {} };',
	'client-h2.js': 'module.exports = () => { throw new Error("HTTP/2 is not built in"); };',
	'fetch/body.js': 'throw new Error("bodies of fetch are not built in");',
	'llhttp_simd-wasm.js': 'module.exports = require("undici/lib/llhttp/llhttp-wasm.js");',
};
