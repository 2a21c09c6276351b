import { readFileSync } from 'node:fs';

/** A fenced block: what stands behind the fence, and the text in it with a final line end only when it had one. */
export interface PageBlock {
	readonly language: string;
	/** The file's name when the info string gives one. */
	readonly file?: string;
	/** The text after the first fix of the block above. */
	readonly fixed: boolean;
	readonly text: string;
	/** 1-based line of the fence, for messages. */
	readonly line: number;
}

/** Files that are checked together, in one section of the page. */
export interface PageCase {
	readonly heading: string;
	readonly registry: string;
	readonly settings: string;
	readonly files: readonly PageFile[];
	readonly line: number;
}

export interface PageFile {
	readonly block: PageBlock;
	/** Name of the file in the little workspace. */
	readonly file: string;
	readonly fixed?: PageBlock;
}

export interface Page {
	/** Text of the first heading. */
	readonly title: string;
	readonly sections: readonly string[];
	readonly cases: readonly PageCase[];
	/** Lines of tools' output that the explainer must recognise. */
	readonly outputs: readonly PageBlock[];
	readonly text: string;
}

const defaultNames: Readonly<Record<string, string>> = {
	dockerfile: 'Dockerfile', sh: 'build.sh', makefile: 'Makefile', yaml: 'compose.yaml', json: '.devcontainer/devcontainer.json', hcl: 'docker-bake.hcl', ini: 'web.container',
};

/**
 * Reads a diagnosis page. File blocks that follow each other without even a blank line belong to one case; a `fixed` block
 * belongs to the file block before it; `registry` and `settings` hold until the next one of their kind.
 */
export function readPage(path: string): Page {
	const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
	const lines = text.split('\n');
	const sections: string[] = [];
	const cases: PageCase[] = [];
	const outputs: PageBlock[] = [];
	let title = '';
	let heading = '';
	let registry = '';
	let settings = '';
	let open: { files: PageFile[]; line: number } | undefined;
	let last: { files: PageFile[]; index: number } | undefined;
	const close = (): void => {
		if (open) { cases.push({ heading, registry, settings, files: open.files, line: open.line }); }
		open = undefined;
	};
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index] ?? '';
		const fence = /^```(.*)$/.exec(line);
		if (!fence) {
			close();
			if (line.startsWith('# ')) { title = line.slice(2).trim(); }
			if (line.startsWith('## ')) { heading = line.slice(3).trim(); sections.push(heading); }
			continue;
		}
		const end = lines.indexOf('```', index + 1);
		const [language = '', ...words] = (fence[1] ?? '').trim().split(/\s+/);
		const fixed = words.includes('fixed');
		const file = words.find(word => word !== 'fixed');
		const block: PageBlock = { language, fixed, text: lines.slice(index + 1, end).join('\n'), line: index + 1, ...(file === undefined ? {} : { file }) };
		index = end;
		if (language === 'registry') { close(); registry = block.text; continue; }
		if (language === 'settings') { close(); settings = block.text; continue; }
		if (language === 'output') { outputs.push(block); continue; }
		if (fixed) {
			const target = last?.files[last.index];
			if (!last || !target) { throw new Error(`${path}:${block.line}: a fixed block without a file block before it`); }
			last.files[last.index] = { ...target, fixed: block };
			continue;
		}
		open ??= { files: [], line: block.line };
		open.files.push({ block, file: file ?? defaultNames[language] ?? `file.${language}` });
		last = { files: open.files, index: open.files.length - 1 };
	}
	close();
	return { title, sections, cases, outputs, text };
}
