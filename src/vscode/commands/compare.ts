import { t } from '../l10n.ts';
import type { Command } from './core.ts';
import { pickImage } from './pickImage.ts';
import { subjectOf } from './subject.ts';

/** Shows two images side by side. */
export const compare: Command = {
	id: 'compare',
	async run({ session, panels }, argument) {
		const a = subjectOf(session, argument)?.reference ?? await pickImage(session, t('Compare: the first image'));
		const b = a && await pickImage(session, t('Compare {name} with', { name: a.canonical }));
		if (a && b) { await panels.compare({ reference: a.canonical, platform: '' }, { reference: b.canonical, platform: '' }); }
	},
};
