import { readFileSync, writeFileSync } from 'node:fs';
import { generatedFiles } from './gen/generatedFiles.ts';

/*
 * npm run gen: writes everything that follows from the folders of the diagnoses. With --check nothing is written:
 * exit 1 and the names of the files that are stale.
 */
const checkOnly = process.argv.includes('--check');
const stale: string[] = [];
for (const { file, content } of generatedFiles()) {
	let current: string | undefined;
	try { current = readFileSync(file, 'utf8'); } catch { current = undefined; }
	if (current === content) { continue; }
	stale.push(file);
	if (!checkOnly) { writeFileSync(file, content); }
}
console.log(stale.length === 0 ? 'Generated files are fresh.' : `${checkOnly ? 'Stale (npm run gen)' : 'Written'}: ${stale.join(', ')}`);
process.exitCode = checkOnly && stale.length > 0 ? 1 : 0;
