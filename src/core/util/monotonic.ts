/** Milliseconds since some moment; never goes back. What `performance` would say, without the modules behind it, which a short run feels. */
export function monotonic(): number {
	const [seconds, nanoseconds] = process.hrtime();
	return seconds * 1000 + nanoseconds / 1e6;
}
