import type { Command } from './core.ts';
import { subjectOf } from './subject.ts';

/** Forgets answers and asks again: for one image when called on one, else for all. */
export const refresh: Command = {
	id: 'refresh',
	async run({ session }, argument) {
		await session.refresh(argument === undefined ? undefined : subjectOf(session, argument)?.reference);
	},
};
