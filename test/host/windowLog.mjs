/** What every start of VS Code in a browser says, and what says nothing about the extension. */
const chatter = [
	/^(Resolving|Resolved) connection token/,
	/^Creating a socket/,
	/additional builtin extensions/,
	/^\[reconnection-grace-time\]/,
	/^\[Service Worker\]/,
	/^ChatSessionStore: /,
	/^Creation of workbench contribution/,
	/^No search provider registered for scheme/,
	/^Started local extension host with pid/,
	/^Extension host \(.*\) (started|with pid)/,
	/^\[(LifecycleService|TunnelService)\]/,
];

/**
 * Prints what a window logs, mocha's report above all: messages as they are, warnings and errors marked as such.
 * The chatter of VS Code itself is printed only when PULLCHECK_TEST_TRACE is set.
 *
 * @returns {(type: string, text: string) => void} `type` is the console's method, or `trace` for what is said outside the window's log
 */
export function windowLog() {
	const trace = Boolean(process.env.PULLCHECK_TEST_TRACE);
	return (type, text) => {
		if (!trace && (type === 'trace' || chatter.some(pattern => pattern.test(text)))) {
			return;
		}
		process.stdout.write(type === 'info' || type === 'log' ? `${text}\n` : `[${type}] ${text}\n`);
	};
}
