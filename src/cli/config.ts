import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { Severity } from '../core/model/index.ts';
import { lineIndex } from '../core/util/lineIndex.ts';
import { UsageError } from './usageError.ts';

/** `.pullcheckrc.json`, or `pullcheck` in package.json. Described by `media/pullcheckrc.schema.json`. */
export interface CliConfig {
	readonly profile?: 'default' | 'strict' | 'quiet';
	readonly severity?: Readonly<Record<string, Severity | 'off'>>;
	readonly targets?: readonly string[];
	readonly platforms?: readonly string[];
	/** Gitignore patterns. */
	readonly exclude?: readonly string[];
	readonly offline?: boolean;
	readonly baseline?: string;
	readonly failOn?: 'error' | 'warning' | 'never';
	readonly insecureHosts?: readonly string[];
	readonly allowHosts?: readonly string[];
	readonly denyHosts?: readonly string[];
}

const lists = ['targets', 'platforms', 'exclude', 'insecureHosts', 'allowHosts', 'denyHosts'];
const choices: Readonly<Record<string, readonly string[]>> = {
	profile: ['default', 'strict', 'quiet'],
	failOn: ['error', 'warning', 'never'],
};
const severities = ['error', 'warning', 'info', 'hint', 'off'];

/** Reads the settings. A file that was named must be there; what is wrong in it is a {@link UsageError} with its place. */
export async function readConfig(named: string | undefined, cwd: string): Promise<CliConfig> {
	if (named !== undefined) {
		const text = await readFile(resolve(cwd, named), 'utf8').catch(() => {
			throw new UsageError(`cannot read the settings file ${named}`);
		});
		return checked(parsed(text, named), named);
	}
	const own = await readFile(resolve(cwd, '.pullcheckrc.json'), 'utf8').catch(() => undefined);
	if (own !== undefined) { return checked(parsed(own, '.pullcheckrc.json'), '.pullcheckrc.json'); }
	const manifest = await readFile(resolve(cwd, 'package.json'), 'utf8').catch(() => undefined);
	const section = manifest === undefined ? undefined : (parse(manifest) as { pullcheck?: unknown } | undefined)?.pullcheck;
	return section === undefined ? {} : checked(section, 'package.json ("pullcheck")');
}

function parsed(text: string, file: string): unknown {
	const errors: ParseError[] = [];
	const value: unknown = parse(text.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true });
	const first = errors[0];
	if (first) {
		const { line, character } = lineIndex(text).positionAt(first.offset);
		throw new UsageError(`${file}:${line + 1}:${character + 1}: not valid JSON (${printParseErrorCode(first.error)})`);
	}
	return value;
}

function checked(value: unknown, file: string): CliConfig {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) { throw new UsageError(`${file}: the settings must be an object`); }
	for (const [key, entry] of Object.entries(value)) {
		const problem = problemOf(key, entry);
		if (problem) { throw new UsageError(`${file}: ${problem}`); }
	}
	return value as CliConfig;
}

function problemOf(key: string, entry: unknown): string | undefined {
	if (key === '$schema') { return undefined; }
	if (lists.includes(key)) {
		return Array.isArray(entry) && entry.every(item => typeof item === 'string') ? undefined : `"${key}" must be a list of texts`;
	}
	const choice = choices[key];
	if (choice) { return choice.includes(String(entry)) ? undefined : `"${key}" takes ${choice.join(', ')}`; }
	if (key === 'offline') { return typeof entry === 'boolean' ? undefined : '"offline" must be true or false'; }
	if (key === 'baseline') { return typeof entry === 'string' ? undefined : '"baseline" must be a file name'; }
	if (key === 'severity') {
		if (typeof entry !== 'object' || entry === null) { return '"severity" must be an object'; }
		const wrong = Object.entries(entry).find(([, level]) => !severities.includes(String(level)));
		return wrong ? `"severity": ${wrong[0]} takes ${severities.join(', ')}` : undefined;
	}
	return `"${key}" is no setting`;
}
