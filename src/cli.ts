import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runCompiled } from './cli/runCompiled.ts';

// The HTTP client's parser is WebAssembly; optimising it takes longer than a short run lasts.
setFlagsFromString('--liftoff-only');

// Nor does a short run get back what optimising JavaScript costs; what runs for seconds is optimised all the same. Later ones do not know it.
if (process.versions.node.startsWith('20.')) {
	setFlagsFromString('--interrupt-budget=500000');
	setFlagsFromString('--wasm-lazy-compilation');
}

// Other commands use too little of the program for what they leave behind to help the next run.
runCompiled(join(__dirname, 'cli-main.js'), { keep: process.argv[2] === 'check' });
