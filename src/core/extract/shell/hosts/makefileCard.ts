import { baseName, folderOf } from '../../../util/filePath.ts';
import type { ExtractCard } from '../../card.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { CommandCollection } from '../parseCommands.ts';
import { readMakefile } from '../makefile/readMakefile.ts';
import { includedFiles } from '../makefile/readRules.ts';

/** Files that a Makefile may include. */
const most = 50;

/** Makefiles: recipes with the variables that plain assignments set. */
export const makefileCard: ExtractCard = {
	kind: 'makefile',
	matches: (file, languageId) => languageId === 'makefile' || /^(?:GNU|BSD)?makefile(?:[.\-_].*)?$|\.(?:mk|mak|make)$/i.test(baseName(file)),
	needs({ file, text, files }) {
		const paths = new Set(includedFiles(file, text));
		for (const path of paths) {
			const other = files.get(path);
			if (other !== undefined && paths.size < most) { for (const further of includedFiles(path, other)) { paths.add(further); } }
		}
		return [...paths].slice(0, most);
	},
	extract({ file, text, files }) {
		const collection = new CommandCollection();
		for (const { map, variables, environment } of readMakefile(file, text, files)) {
			collection.add(map, { file, text, host: 'makefile', folders: [folderOf(file)], variables, environment });
		}
		return { ...emptyFacts(file, 'makefile', text), ...collection.facts() };
	},
};

