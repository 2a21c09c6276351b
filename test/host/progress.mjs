/**
 * Does a piece of work and, when it takes over a second, says so on standard error: once when the second is over, once at the end.
 *
 * @param {string} title what is being done, as in "Installing VS Code 1.100.3"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what the work returned
 * @template T
 */
export async function step(title, work) {
	const started = Date.now();
	let said = false;
	const timer = setTimeout(() => {
		said = true;
		process.stderr.write(`${title} …\n`);
	}, 1000);
	try {
		const result = await work();
		if (said) {
			process.stderr.write(`${title}: done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
		}
		return result;
	} finally {
		clearTimeout(timer);
	}
}
