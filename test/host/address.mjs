import { pathToFileURL } from 'node:url';

/**
 * The address at which a browser shows a folder in VS Code with an extension under development, as an ordinary window or as a test run.
 *
 * @param {object} options
 * @param {number} options.port where the server listens
 * @param {string} [options.folder] an absolute path, also of a `.code-workspace` file; an empty window when undefined
 * @param {string} [options.file] an absolute path of a file to open in the editor
 * @param {readonly string[]} options.extensions absolute paths of extensions under development
 * @param {string} [options.tests] an absolute path of a script that exports `run()`
 * @returns {string}
 */
export function windowAddress({ port, folder, file, extensions, tests }) {
	const remote = path => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
	const payload = [
		...extensions.map(path => ['extensionDevelopmentPath', remote(path)]),
		...tests ? [['extensionTestsPath', remote(tests)]] : [],
		...file ? [['openFile', remote(file)]] : [],
		['skipWelcome', 'true'],
	];
	const query = new URLSearchParams({ ...folder?.endsWith('.code-workspace') ? { workspace: folder } : folder ? { folder } : { ew: 'true' }, payload: JSON.stringify(payload) });
	return `http://127.0.0.1:${port}/?${query}`;
}
