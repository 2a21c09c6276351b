import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding, Fix, ImageUse } from '../../../src/core/model/index.ts';
import { cardFor } from '../../../src/core/extract/extractFile.ts';
import { formatMessage } from '../../../src/core/util/formatMessage.ts';
import { applyEdits, checkDiagnosis } from '../../support/checkDiagnosis.ts';
import { assertExact } from './assertExact.ts';
import { mutate, mutations } from './mutate.ts';
import { holdsAsync, patience, seed } from './runs.ts';
import { samples, type Sample } from './samples.ts';
import { wrongFile } from './wrongFiles.ts';

describe(`Fixes of whatever is found (seed ${seed})`, function () {
	this.timeout(patience);

	it('apply without overlap, stay inside the text, and give a text that is read again', async () => {
		await holdsAsync<[Sample, Parameters<typeof mutate>[1]]>([fc.constantFrom(...samples), mutations], 600, async ({ file, text, settings }, changes) => {
			const before = mutate(text, changes);
			const { findings } = await checkDiagnosis({ [file]: before }, { settings });
			for (const finding of findings) {
				assert.ok(finding.span.start >= 0 && finding.span.start <= finding.span.end && finding.span.end <= before.length, finding.code);
				for (const fix of finding.fixes) { assertReadable(file, applied(file, before, fix)); }
			}
		});
	});

	it('of a file with one wrong thing in it: the preferred one takes its finding away and leaves the rest as it is', async () => {
		await holdsAsync<[Sample]>([wrongFile], 1500, takenAway);
	});

	it('of a changed sample too', async () => {
		await holdsAsync<[Sample, Parameters<typeof mutate>[1]]>([fc.constantFrom(...samples), mutations.filter(changes => changes.length < 3)], 400, ({ text, ...sample }, changes) =>
			takenAway({ ...sample, text: mutate(text, changes) }));
	});
});

async function takenAway({ file, text, settings }: Sample): Promise<void> {
	const { findings } = await checkDiagnosis({ [file]: text }, { settings });
	for (const finding of findings) {
		const [fix] = finding.fixes;
		if (!fix?.safe || fix.edits.length === 0) { continue; }
		const after = applied(file, text, fix);
		assertReadable(file, after);
		assertRestAgrees({ file, before: text, after, fix });
		const left = (await checkDiagnosis({ [file]: after }, { settings })).findings;
		const same = (list: readonly Finding[]): number => list.filter(({ code }) => code === finding.code).length;
		assert.ok(same(left) < same(findings), `${finding.code} "${formatMessage(fix.title)}"\n${text}\n=>\n${after}`);
	}
}

function applied(file: string, text: string, fix: Fix): string {
	const own = fix.edits.filter(edit => (edit.file ?? file) === file);
	for (const { span } of own) { assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, formatMessage(fix.title)); }
	return applyEdits(text, own);
}

function assertReadable(file: string, text: string): void {
	const facts = cardFor(file, undefined, text)?.extract({ file, text, files: new Map(), environment: {}, builds: [] });
	if (facts) { assertExact(facts); }
}

/** What stands outside the edits of a fix is read as before, at its new place: the same references, of the same kinds. */
function assertRestAgrees({ file, before, after, fix }: { readonly file: string; readonly before: string; readonly after: string; readonly fix: Fix }): void {
	const edits = fix.edits.filter(edit => (edit.file ?? file) === file);
	const shift = (place: number): number => edits.reduce((sum, { span, newText }) => (span.end <= place ? sum + newText.length - (span.end - span.start) : sum), place);
	const found = new Set(usesIn(file, after).map(({ kind, text, span }) => `${kind} ${text} at ${span.start}`));
	for (const { kind, text, span } of usesIn(file, before)) {
		if (edits.some(edit => edit.span.start <= span.end && span.start <= edit.span.end)) { continue; }
		assert.ok(found.has(`${kind} ${text} at ${shift(span.start)}`), `${formatMessage(fix.title)} loses ${kind} ${text}\n${before}\n=>\n${after}`);
	}
}

function usesIn(file: string, text: string): readonly ImageUse[] {
	return cardFor(file, undefined, text)?.extract({ file, text, files: new Map(), environment: {}, builds: [] }).uses ?? [];
}
