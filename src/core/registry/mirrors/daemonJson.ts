import type { SettingsFile } from './readToml.ts';

/** What Docker's daemon.json says about registries. */
export interface DaemonRegistries {
	/** For Docker Hub only; base URLs without a trailing slash. */
	readonly mirrors: readonly string[];
	readonly insecure: readonly string[];
	/** `10.0.0.0/8`: for hosts that are such addresses; names are not resolved here. */
	readonly insecureRanges: readonly string[];
}

/** A daemon without a word about registries. */
export const noDaemon: DaemonRegistries = { mirrors: [], insecure: [], insecureRanges: [] };

/** Reads `registry-mirrors` and `insecure-registries`; broken JSON gives none, and `report` is told. */
export function daemonJson({ path, text }: SettingsFile, report: (problem: string) => void): DaemonRegistries {
	let parsed: unknown;
	try { parsed = JSON.parse(text); } catch { report(`${path} is not JSON; the file is not used`); return noDaemon; }
	const fields = (typeof parsed === 'object' && parsed !== null ? parsed : {}) as Record<string, unknown>;
	const strings = (value: unknown): string[] => Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];
	const listed = strings(fields['insecure-registries']);
	return {
		mirrors: strings(fields['registry-mirrors']).map(url => url.replace(/\/+$/, '')).filter(url => /^https?:\/\/[^/]/.test(url) && URL.canParse(url)),
		insecure: listed.filter(host => !host.includes('/')),
		insecureRanges: listed.filter(host => host.includes('/')),
	};
}
