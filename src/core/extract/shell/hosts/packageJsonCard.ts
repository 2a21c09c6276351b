import { baseName, folderOf } from '../../../util/filePath.ts';
import type { ExtractCard } from '../../card.ts';
import { jsonText, member, members, readJson } from '../../devcontainer/json.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { CommandCollection } from '../parseCommands.ts';

/** The scripts of a package.json. */
export const packageJsonCard: ExtractCard = {
	kind: 'package-json',
	matches: file => baseName(file) === 'package.json',
	extract({ file, text }) {
		const collection = new CommandCollection();
		for (const { value } of members(member(readJson(text), 'scripts'))) {
			const script = jsonText(text, value);
			if (script) { collection.add(script.value, { file, text, host: 'package-json', folders: [folderOf(file)] }); }
		}
		return { ...emptyFacts(file, 'package-json', text), ...collection.facts() };
	},
};
