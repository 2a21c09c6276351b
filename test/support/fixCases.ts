import assert from 'node:assert/strict';
import { formatMessage } from '../../src/core/util/formatMessage.ts';
import { applyEdits, checkDiagnosis } from './checkDiagnosis.ts';

/** One file before and after the first fix, as one text: `⟦old→new⟧` marks what changes; without marks nothing may be reported. */
export interface FixCase {
	readonly what: string;
	readonly file: string;
	readonly text: string;
	/** Other files of the workspace by path. */
	readonly others?: Readonly<Record<string, string>>;
}

/** What a table of cases has in common; see `checkDiagnosis` for `registry` and `settings`. */
export interface FixTable {
	readonly code: string;
	readonly registry?: string;
	readonly settings?: string;
}

/** A test for each case: the finding of the code is there, and its first fix gives exactly the other text. */
export function fixCases(title: string, table: FixTable, cases: readonly (readonly [what: string, file: string, text: string, others?: Readonly<Record<string, string>>])[]): void {
	describe(title, () => {
		for (const [what, file, text, others] of cases) {
			it(`${what}: ${file}`, () => runCase(table, { what, file, text, ...(others ? { others } : {}) }));
		}
	});
}

async function runCase({ code, registry, settings }: FixTable, { file, text, others }: FixCase): Promise<void> {
	const before = text.replace(marks, '$1');
	const after = text.replace(marks, '$2');
	const { findings } = await checkDiagnosis({ ...others, [file]: before }, { ...(registry === undefined ? {} : { registry }), ...(settings === undefined ? {} : { settings }) });
	const own = findings.filter(finding => finding.code === code && (finding.file === file || finding.fixes[0]?.edits.some(edit => edit.file === file)));
	if (before === after) {
		assert.deepEqual(own.map(({ message, fixes }) => `${formatMessage(message)} [${fixes.map(fix => formatMessage(fix.title)).join(' | ')}]`), []);
		return;
	}
	const finding = own[0];
	assert.ok(finding, `${code} is reported (there is: ${findings.map(one => one.code).join(' ')})`);
	const edits = (finding.fixes[0]?.edits ?? []).map(edit => ({ ...edit, file: edit.file ?? finding.file })).filter(edit => edit.file === file);
	assert.notEqual(edits.length, 0, 'its first fix edits this file');
	assert.equal(applyEdits(before, edits), after);
}

const marks = /⟦([^→⟧]*)→([^⟧]*)⟧/g;
