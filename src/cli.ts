import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runCompiled } from './cli/runCompiled.ts';

const command = process.argv[2] ?? '';

// What Node keeps compiled of its own modules it takes only as long as V8 has the flags that it began with: what will be needed is loaded before.
if (['check', 'inspect', 'pin'].includes(command)) {
	for (const name of ['node:crypto', 'node:net', 'node:os', 'node:vm']) { process.getBuiltinModule(name); }
	void [process.stdout, process.getBuiltinModule('node:util').parseArgs];
}

// The HTTP client's parser is WebAssembly; optimising it takes longer than a short run lasts.
setFlagsFromString('--liftoff-only');

// Nor does a short run get back what optimising JavaScript costs; what runs for seconds is optimised all the same. Later ones do not know it.
if (process.versions.node.startsWith('20.')) { setFlagsFromString('--interrupt-budget=500000'); }

// Other commands use too little of the program for what they leave behind to help the next run.
runCompiled(join(__dirname, 'cli-main.js'), { keep: command === 'check' });
