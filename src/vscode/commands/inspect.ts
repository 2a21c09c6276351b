import { t } from '../l10n.ts';
import type { Command } from './core.ts';
import { pickImage } from './pickImage.ts';
import { subjectOf } from './subject.ts';

/** Opens the tree of an image: of the one under the cursor, else asks for one. */
export const inspect: Command = {
	id: 'inspect',
	async run({ session, panels }, argument) {
		const reference = subjectOf(session, argument)?.reference ?? await pickImage(session, t('Inspect image manifest'));
		if (reference) { panels.inspect(reference); }
	},
};
