import { parse, TomlError, type TomlTable } from 'smol-toml';

export type { TomlTable, TomlValue } from 'smol-toml';

/** A file of this machine's settings. */
export interface SettingsFile {
	readonly path: string;
	readonly text: string;
}

/**
 * Reads a settings file in TOML (TOML 1.1). A broken one says nothing, as the tools that it is for refuse it whole; `report` is told
 * where it breaks, and nothing of what it says.
 */
export function readToml({ path, text }: SettingsFile, report: (problem: string) => void): TomlTable {
	try {
		return parse(text.replace(/^\uFEFF/, ''), { integersAsBigInt: 'asNeeded' });
	} catch (error) {
		const place = error instanceof TomlError ? `:${error.line}:${error.column}` : '';
		report(`${path}${place} is not TOML; the file is not used`);
		return {};
	}
}
