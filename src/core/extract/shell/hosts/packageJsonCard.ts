import type { Node } from 'jsonc-parser';
import { baseName, folderOf } from '../../../util/filePath.ts';
import type { ExtractCard } from '../../card.ts';
import { jsonText, member, members, readJson } from '../../devcontainer/json.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { CommandCollection } from '../parseCommands.ts';
import type { ShellVariable } from '../shellScope.ts';

/** The scripts of a package.json. */
export const packageJsonCard: ExtractCard = {
	kind: 'package-json',
	matches: file => baseName(file) === 'package.json',
	extract({ file, text }) {
		const collection = new CommandCollection();
		const root = readJson(text);
		const variables = packageVariables(file, text, root);
		for (const { value } of members(member(root, 'scripts'))) {
			const script = jsonText(text, value);
			if (script) { collection.add(script.value, { file, text, host: 'package-json', folders: [folderOf(file)], variables }); }
		}
		return { ...emptyFacts(file, 'package-json', text), ...collection.facts() };
	},
};

/** What npm hands to scripts: `npm_package_name`, `npm_package_version`, `npm_package_config_…`. */
function packageVariables(file: string, text: string, root: Node | undefined): ReadonlyMap<string, ShellVariable> {
	const known = [
		['name', member(root, 'name')],
		['version', member(root, 'version')],
		...members(member(root, 'config')).map(({ key, value }) => [`config_${String(key.value)}`, value] as const),
	] as const;
	return new Map(known.flatMap(([name, node]) => {
		const value = jsonText(text, node);
		return value ? [[`npm_package_${name}`, { value: value.value.text, open: [], source: { file, span: value.span } }]] : [];
	}));
}
