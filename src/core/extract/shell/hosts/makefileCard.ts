import { baseName, folderOf } from '../../../util/filePath.ts';
import type { ExtractCard } from '../../card.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { CommandCollection } from '../parseCommands.ts';
import { readMakefile } from '../makefile/readMakefile.ts';

/** Makefiles: recipes with the variables that plain assignments set. */
export const makefileCard: ExtractCard = {
	kind: 'makefile',
	matches: (file, languageId) => languageId === 'makefile' || /^(?:GNU|BSD)?makefile(?:[.\-_].*)?$|\.(?:mk|mak|make)$/i.test(baseName(file)),
	extract({ file, text }) {
		const collection = new CommandCollection();
		const { recipes, variables, environment } = readMakefile(file, text);
		for (const recipe of recipes) {
			collection.add(recipe, { file, text, host: 'makefile', folders: [folderOf(file)], variables, environment });
		}
		return { ...emptyFacts(file, 'makefile', text), ...collection.facts() };
	},
};

