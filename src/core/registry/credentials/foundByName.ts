import { delimiter, dirname, isAbsolute } from 'node:path';

/**
 * The options to run a program by its name with: it is found in the absolute folders of PATH only, and starts beside Node. In the current folder,
 * in a relative one and in the `node_modules/.bin` that npm puts in front there may be a program of the repository that is only looked at.
 */
export function foundByName(environment: NodeJS.ProcessEnv = process.env): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
	const env = Object.fromEntries(Object.entries(environment).map(([name, value]) => [
		name,
		/^path$/i.test(name) ? value?.split(delimiter).filter(isForeign).join(delimiter) : value,
	]));
	return { cwd: dirname(process.execPath), env };
}

function isForeign(folder: string): boolean {
	return isAbsolute(folder) && !/[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder);
}
