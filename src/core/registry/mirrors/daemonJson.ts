/** What Docker's daemon.json says about registries. */
export interface DaemonRegistries {
	/** For Docker Hub only; base URLs without a trailing slash. */
	readonly mirrors: readonly string[];
	/** Hosts; address ranges are left out, for names are not resolved here. */
	readonly insecure: readonly string[];
}

/** Reads `registry-mirrors` and `insecure-registries`; broken JSON gives none. */
export function daemonJson(text: string): DaemonRegistries {
	let parsed: unknown;
	try { parsed = JSON.parse(text); } catch { return { mirrors: [], insecure: [] }; }
	const fields = (typeof parsed === 'object' && parsed !== null ? parsed : {}) as Record<string, unknown>;
	const strings = (value: unknown): string[] => Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];
	return {
		mirrors: strings(fields['registry-mirrors']).map(url => url.replace(/\/+$/, '')).filter(url => /^https?:\/\/[^/]/.test(url) && URL.canParse(url)),
		insecure: strings(fields['insecure-registries']).filter(host => !host.includes('/')),
	};
}
