/**
 * Does something with the window and waits for what it brings; does it again when that does not come within a few seconds: what is drawn
 * anew at that moment swallows a hover or a key. Fails with the last reason after `timeout` milliseconds.
 */
export async function insist(attempt: (patience: { readonly timeout: number }) => Promise<void>, timeout = 60_000): Promise<void> {
	for (const end = Date.now() + timeout; ;) {
		const failure = await attempt({ timeout: 5000 }).then(() => undefined, (reason: unknown) => ({ reason }));
		if (!failure) { return; }
		if (Date.now() > end) { throw failure.reason; }
	}
}
