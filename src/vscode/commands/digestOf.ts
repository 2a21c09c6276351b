import * as vscode from 'vscode';
import type { Reference } from '../../core/model/index.ts';
import { t } from '../l10n.ts';
import type { Session } from '../session.ts';

/** The digest that a reference means now; says in the status bar when it cannot be had. */
export async function digestOf(session: Session, reference: Reference): Promise<string | undefined> {
	if (reference.digest) { return reference.digest; }
	const known = session.verdict(reference);
	const verdict = known?.verdict === 'exists' ? known : await (await session.registry())?.check(reference);
	if (verdict?.verdict === 'exists') { return verdict.digest; }
	whisper(t('The digest of {name} is not known.', { name: reference.canonical }));
	return undefined;
}

/** A short message in the status bar: nothing to click away. */
export function whisper(text: string): void {
	vscode.window.setStatusBarMessage(text, 5000);
}
