// `node --experimental-strip-types --import ./scripts/asWritten.mjs`: Node 22 runs the sources and their tests without a compiler, so that
// every place that it counts is a place in the file. Names imported from JSON, and `__dirname`, are what the bundler gives otherwise.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
	load(url, context, next) {
		if (url.includes('/node_modules/') || !/\.(?:json|ts)$/.test(url)) { return next(url, context); }
		const text = readFileSync(fileURLToPath(url), 'utf8');
		if (url.endsWith('.json')) { return { format: 'module', shortCircuit: true, source: moduleOf(JSON.parse(text)) }; }
		return text.includes('__dirname') && url.includes('/test/')
			? { format: 'module-typescript', shortCircuit: true, source: `const __dirname = import.meta.dirname; ${text}` }
			: next(url, context);
	},
});

function moduleOf(json) {
	const names = Object.keys(json).filter(name => /^[A-Za-z_]\w*$/.test(name));
	return [`export default ${JSON.stringify(json)};`, ...names.map(name => `export const ${name} = ${JSON.stringify(json[name])};`)].join('\n');
}
