/**
 * The two VS Codes of the tests: the oldest that `engines.vscode` promises, and the newest that runs.
 *
 * - `vscode`: the version that the editor itself states, and that the desktop build is downloaded by.
 * - `codeServer`: the version of the npm package `code-server` which carries it.
 * - `pty`: the version of `@lydell/node-pty-…` whose native part fits the terminal of that VS Code.
 * - `node`: the major version of Node that its server needs.
 */
export const versions = {
	oldest: { vscode: '1.100.3', codeServer: '4.100.3', pty: '1.1.0', node: 20 },
	newest: { vscode: '1.117.0', codeServer: '4.117.0', pty: '1.2.0-beta.12', node: 22 },
};

/**
 * The VS Code that this run is about.
 *
 * @param {string | undefined} name `oldest` or `newest`; `oldest` when undefined or empty
 * @throws when there is no such name
 */
export function versionNamed(name) {
	const version = versions[name || 'oldest'];
	if (!version) {
		throw new Error(`PULLCHECK_TEST_VSCODE is "${name}"; it can be ${Object.keys(versions).join(' or ')}.`);
	}
	return version;
}
