// The registry that the sample workspace names, filled with sample images: `node --import tsx scripts/sampleRegistry.mjs`.
import { tsImport } from 'tsx/esm/api';

const { startFakeRegistry } = await load('../test/support/fakeRegistry.ts');
const { fillSampleImages, samplePort, sampleUsers } = await load('../test/support/sampleImages.ts');

try {
	const registry = await startFakeRegistry({ port: samplePort, hostName: 'localhost', auth: { type: 'bearer', users: sampleUsers } });
	fillSampleImages(registry, registry.host);
	console.log(registry.host);
} catch (error) {
	console.error(error.code === 'EADDRINUSE'
		? `Port ${samplePort} is taken, and the sample workspace names the registry by it. End what listens there (perhaps another "npm start") and try again.`
		: error.stack);
	process.exit(1);
}

/** Modules without `"type": "module"` may arrive inside `default`. */
async function load(path) {
	const module = await tsImport(path, import.meta.url);
	return module.default ?? module;
}
