import { baseName, folderOf } from '../../util/filePath.ts';
import type { ExtractCard } from '../card.ts';
import { extractDevcontainer } from './extractDevcontainer.ts';

/** `devcontainer.json` in any place, `.devcontainer.json`, `.devcontainer/*.json` named so by the specification, features and templates. */
export const devcontainerCard: ExtractCard = {
	kind: 'devcontainer',
	matches: file => {
		const name = baseName(file).toLowerCase();
		return name === 'devcontainer.json' || name === '.devcontainer.json' || name === 'devcontainer-feature.json' || name === 'devcontainer-template.json'
			|| (/(?:^|\/)\.devcontainer(?:\/[^/]+)?$/.test(folderOf(file)) && /^devcontainer.*\.jsonc?$/.test(name) && name !== 'devcontainer-lock.json');
	},
	extract: extractDevcontainer,
};
