// npm runs this after an install in a checkout, and before it packs the repository for whoever installs that, as pre-commit does.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from '../test/host/install/npmInstall.mjs';
import { projectRoot } from '../test/host/paths.mjs';

if (!existsSync(join(projectRoot, 'node_modules/esbuild'))) {
	// `npm install --global` hands its settings down to the install in the repository, which then installs nothing here.
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_(?:global|location|prefix|local_prefix)$/i.test(name)));
	const [program, ...first] = npmCommand();
	run(program, [...first, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], env);
}
run(process.execPath, ['scripts/build.mjs', '--production'], process.env);

function run(program, args, env) {
	const { status, error } = spawnSync(program, args, { cwd: projectRoot, env, stdio: 'inherit', shell: process.platform === 'win32' && program === 'npm' });
	if (status !== 0) {
		console.error(error?.message ?? `${args.join(' ')} ended with exit code ${status}.`);
		process.exit(1);
	}
}
