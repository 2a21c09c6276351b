import { t } from '../l10n.ts';
import type { Command } from './core.ts';
import { pickImage } from './pickImage.ts';
import { subjectOf } from './subject.ts';

/** Shows two images side by side. */
export const compare: Command = {
	id: 'compare',
	/** @param platform id of the platform to begin with, when a panel asks for one of its rows */
	async run({ session, panels }, argument, platform) {
		const a = subjectOf(session, argument)?.reference ?? await pickImage(session, t('Compare: the first image'));
		const b = a && await pickImage(session, t('Compare {name} with', { name: a.canonical }));
		if (a && b) {
			await panels.compare({ reference: a.canonical, platform: typeof platform === 'string' ? platform : '' }, { reference: b.canonical, platform: '' });
		}
	},
};
