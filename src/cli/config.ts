import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { nestsTooDeep } from '../core/extract/nestsTooDeep.ts';
import type { Severity } from '../core/model/index.ts';
import { lineIndex } from '../core/util/lineIndex.ts';
import { readRegular } from './readRegular.ts';
import { settingName, settingProblems, type SettingProblem } from './settingProblems.ts';
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

/** Reads the settings. A file that was named must be there; what is wrong in it is a {@link UsageError} with its place. */
export function readConfig(named: string | undefined, cwd: string): CliConfig {
	if (named !== undefined) {
		// The user's own word: what another program writes into a pipe is fine.
		const text = textOf(named, cwd, readFileSync);
		if (text === undefined) { throw new UsageError(`cannot read the settings file ${named} (ENOENT)`); }
		return settingsIn(text, named);
	}
	const own = textOf('.pullcheckrc.json', cwd);
	if (own !== undefined) { return settingsIn(own, '.pullcheckrc.json'); }
	const manifest = textOf('package.json', cwd)?.replace(/^\uFEFF/, '');
	if (manifest === undefined || !mayHoldSettings(manifest) || nestsTooDeep(manifest, deepest)) { return {}; }
	const root = parseTree(manifest);
	const section = root && findNodeAtLocation(root, ['pullcheck']);
	return section ? checked(section, manifest, 'package.json') : {};
}

/** Most manifests hold none; finding that out by the parser that knows places takes milliseconds of each start. */
function mayHoldSettings(manifest: string): boolean {
	try {
		const content: unknown = JSON.parse(manifest);
		return typeof content === 'object' && content !== null && Object.hasOwn(content, 'pullcheck');
	} catch {
		return true;
	}
}

/** `undefined` when there is no such file. */
function textOf(file: string, cwd: string, read: (path: string) => Buffer = readRegular): string | undefined {
	try {
		return String(read(resolve(cwd, file)));
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT') { return undefined; }
		throw new UsageError(`cannot read the settings file ${file} (${code ?? String(error)})`);
	}
}

/** Brackets within brackets: the parser recurses. */
const deepest = 100;

function settingsIn(content: string, file: string): CliConfig {
	const text = content.replace(/^\uFEFF/, '');
	if (nestsTooDeep(text, deepest)) { throw new UsageError(`${file}: nested too deeply to be settings`); }
	const errors: ParseError[] = [];
	const root = parseTree(text, errors, { allowTrailingComma: true });
	const [first] = errors;
	if (first || !root) {
		throw new UsageError(`${placeIn(text, file, first?.offset ?? 0)}: not valid JSON (${first ? printParseErrorCode(first.error) : 'empty'})`);
	}
	return checked(root, text, file);
}

function checked(node: Node, text: string, file: string): CliConfig {
	const [problem]: readonly SettingProblem[] = settingProblems(node);
	if (problem) { throw new UsageError(`${placeIn(text, file, problem.offset)}: ${problem.message}`); }
	const settings = getNodeValue(node) as Readonly<Record<string, unknown>>;
	return Object.fromEntries(Object.entries(settings).map(([key, value]) => [settingName(key), value]));
}

function placeIn(text: string, file: string, offset: number): string {
	const { line, character } = lineIndex(text).positionAt(offset);
	return `${file}:${line + 1}:${character + 1}`;
}
