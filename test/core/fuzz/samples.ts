import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { diagnoses } from '../../../src/core/diagnoses/index.ts';
import { corpusFolder, corpusLines } from '../../support/corpus.ts';
import { readPage } from '../../support/readPage.ts';
import { fileKinds } from '../../support/fileKinds.ts';

/** A text that is right, or wrong in the way of a page, and the name that says what it is. */
export interface Sample {
	readonly file: string;
	readonly text: string;
	/** As in `checkDiagnosis`. */
	readonly settings: string;
}

const workspace = 'test/workspace';

/** All samples: the kinds, the examples of the pages, the sample workspace and, where it lies beside the checkout, the corpus of real files. */
export const samples: readonly Sample[] = [...fromKinds(), ...fromPages(), ...fromWorkspace(), ...fromCorpus()];

/** Lines of tools' output that the pages show. */
export const outputs: readonly string[] = diagnoses.flatMap(({ code, symptoms = [] }) => [
	...readPage(`src/core/diagnoses/${code}/README.md`).outputs.map(({ text }) => text), ...symptoms.map(({ example }) => example),
]);

function fromKinds(): Sample[] {
	return Object.entries(fileKinds).map(([file, text]) => ({ file, text, settings: 'targets: openshift-3.11 quay-3.8' }));
}

function fromPages(): Sample[] {
	return diagnoses.flatMap(({ code }) => readPage(`src/core/diagnoses/${code}/README.md`).cases.flatMap(({ files, settings }) =>
		files.map(({ file, block }) => ({ file, text: `${block.text.replace(/^\s*(?:#|\/\/)[ <>^]*\^.*\n?/gm, '')}\n`, settings }))));
}

function fromWorkspace(): Sample[] {
	return readdirSync(workspace, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => {
		const path = join(entry.parentPath, entry.name);
		return { file: path.slice(workspace.length + 1).replaceAll('\\', '/'), text: readFileSync(path, 'utf8'), settings: '' };
	});
}

function fromCorpus(): Sample[] {
	return (corpusLines<{ readonly file: string }>('index.jsonl') ?? []).map(({ file }) => ({ file, text: readFileSync(join(corpusFolder ?? '', file), 'utf8'), settings: '' }));
}
