import * as vscode from 'vscode';
import { t } from '../l10n.ts';
import type { Command } from './core.ts';
import { digestOf, whisper } from './digestOf.ts';
import { subjectOf } from './subject.ts';

/** Copies the digest that a reference means now. */
export const copyDigest: Command = {
	id: 'copyDigest',
	async run({ session }, argument) {
		const reference = subjectOf(session, argument)?.reference;
		const digest = reference && await digestOf(session, reference);
		if (digest) { await copyText(digest); }
	},
};

/** The command that a finding offers, else one that saves the image. skopeo takes a tag or a digest, not both. */
export const copySkopeo: Command = {
	id: 'copySkopeo',
	async run({ session }, argument) {
		const subject = subjectOf(session, argument);
		if (!subject?.reference) { return; }
		const offered = subject.view?.findings.flatMap(({ fixes }) => fixes).map(({ action }) => action)
			.find(action => action?.type === 'copy' && action.text.startsWith('skopeo '));
		const name = subject.reference.canonical.replace(/:[^/:@]+@/, '@');
		const archive = name.slice(name.lastIndexOf('/') + 1).replace(/[^\w.-]+/g, '-');
		await copyText(offered?.type === 'copy' ? offered.text : `skopeo copy docker://${name} docker-archive:${archive}.tar`);
	},
};

/** Puts text on the clipboard and says so. */
export async function copyText(text: string): Promise<void> {
	await vscode.env.clipboard.writeText(text);
	whisper(t('Copied'));
}
