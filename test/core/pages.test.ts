import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnoses } from '../../src/core/diagnoses/index.ts';
import { explain } from '../../src/core/explain/explain.ts';
import { formatMessage } from '../../src/core/util/formatMessage.ts';
import { cutCarets, drawFindings } from '../support/carets.ts';
import { applyEdits, checkDiagnosis } from '../support/checkDiagnosis.ts';
import { readPage } from '../support/readPage.ts';

const folder = 'src/core/diagnoses';
const sections = ['Example', 'Quick fix', 'Why', 'In error output', 'Not reported', 'Settings'];

for (const diagnosis of diagnoses) {
	const { code } = diagnosis;
	describe(`The page of ${code}`, () => {
		const page = readPage(join(folder, code, 'README.md'));
		const translations = JSON.parse(readFileSync(join(folder, code, 'l10n.json'), 'utf8')) as Record<'de' | 'fi', Record<string, string>>;
		const shared = JSON.parse(readFileSync(join(folder, 'l10n.json'), 'utf8')) as Record<'de' | 'fi', Record<string, string>>;

		it('has the title of the diagnosis and all sections', () => {
			assert.equal(page.title, diagnosis.title);
			assert.deepEqual(page.sections, sections);
			assert.ok(page.text.includes(`\`${code}\` · ${diagnosis.severity}`), 'the second line names code and severity');
		});

		const explained = [diagnosis.explanation, ...(diagnosis.remedies ?? []).map(({ title }) => title.text)].filter(text => text !== undefined);
		if (explained.length > 0) {
			it('has its explanation in German and Finnish', () => assertTranslated(explained));
		}

		for (const example of page.cases) {
			it(`tells the truth in "${example.heading}", line ${example.line}`, async () => {
				const files = Object.fromEntries(example.files.map(({ file, block }) => [file, `${cutCarets(block.text)}\n`]));
				const { findings } = await checkDiagnosis(files, { registry: example.registry, settings: example.settings });
				const own = findings.filter(finding => finding.code === code);
				for (const { file, block, fixed } of example.files) {
					const text = files[file] ?? '';
					const here = own.filter(finding => finding.file === file);
					assert.equal(drawFindings(text, here, block.language === 'json' ? '//' : '#'), `${block.text}\n`, `${file}, line ${block.line}`);
					if (!fixed) { continue; }
					const fix = here.flatMap(finding => finding.fixes).find(({ edits }) => edits.length > 0) ?? own.flatMap(finding => finding.fixes).find(({ edits }) => edits.some(edit => edit.file === file));
					assert.ok(fix, `a fix for line ${block.line}`);
					assert.equal(applyEdits(text, fix.edits.filter(edit => (edit.file ?? file) === file)), `${fixed.text}\n`, `after "${formatMessage(fix.title)}"`);
				}
				assertTranslated(own.flatMap(finding => [finding.message, ...finding.fixes.map(({ title }) => title), ...finding.related.map(({ message }) => message)]).map(({ text }) => text));
			});
		}

		if (diagnosis.lookup || diagnosis.use || diagnosis.command || diagnosis.commandLookup || diagnosis.buildLookup || diagnosis.step || diagnosis.document) {
			it('has an example that is reported', () => {
				assert.ok(page.cases.some(example => example.files.some(({ block }) => cutCarets(block.text) !== block.text)));
			});
		}

		if (diagnosis.symptoms && diagnosis.symptoms.length > 0) {
			it('shows output that means it', () => { assert.ok(page.outputs.length > 0); });
		}

		for (const output of page.outputs) {
			it(`recognises the output of line ${output.line}`, () => {
				assert.equal(explain(output.text).matches[0]?.code, code, output.text);
			});
		}

		function assertTranslated(texts: readonly string[]): void {
			for (const language of ['de', 'fi'] as const) {
				for (const text of texts) { assert.ok(translations[language][text] ?? shared[language][text], `${language}: ${text}`); }
			}
		}
	});
}
