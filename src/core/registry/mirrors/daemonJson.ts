/** What Docker's daemon.json says about registries. */
export interface DaemonRegistries {
	/** For Docker Hub only; base URLs without a trailing slash. */
	readonly mirrors: readonly string[];
	readonly insecure: readonly string[];
	/** `10.0.0.0/8`: for hosts that are such addresses; names are not resolved here. */
	readonly insecureRanges: readonly string[];
}

/** Reads `registry-mirrors` and `insecure-registries`; broken JSON gives none. */
export function daemonJson(text: string): DaemonRegistries {
	let parsed: unknown;
	try { parsed = JSON.parse(text); } catch { return { mirrors: [], insecure: [], insecureRanges: [] }; }
	const fields = (typeof parsed === 'object' && parsed !== null ? parsed : {}) as Record<string, unknown>;
	const strings = (value: unknown): string[] => Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];
	const listed = strings(fields['insecure-registries']);
	return {
		mirrors: strings(fields['registry-mirrors']).map(url => url.replace(/\/+$/, '')).filter(url => /^https?:\/\/[^/]/.test(url) && URL.canParse(url)),
		insecure: listed.filter(host => !host.includes('/')),
		insecureRanges: listed.filter(host => host.includes('/')),
	};
}
