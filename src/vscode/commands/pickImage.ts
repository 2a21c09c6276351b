import * as vscode from 'vscode';
import type { Reference, Verdict } from '../../core/model/index.ts';
import { parseReference } from '../../core/reference/parseReference.ts';
import { workspaceViews } from '../view/workspaceViews.ts';
import { t } from '../l10n.ts';
import type { Session } from '../session.ts';

/** Asks for an image: one of the workspace, or any name that is typed. `undefined` when the person leaves. */
export function pickImage(session: Session, title: string): Promise<Reference | undefined> {
	const known = new Map(workspaceViews(session).flatMap(({ reference, verdict }) =>
		(reference ? [[reference.canonical, { reference, verdict }] as const] : [])));
	// What is there first: nothing can be seen in the others.
	const isThere = ({ verdict }: { readonly verdict: Verdict | undefined }): boolean => verdict?.verdict === 'exists';
	const offered = [...known.values()].sort((a, b) => Number(isThere(b)) - Number(isThere(a))).map(image => ({
		label: image.reference.canonical, reference: image.reference, iconPath: new vscode.ThemeIcon(isThere(image) ? 'package' : 'question'),
	}));
	return new Promise(resolve => {
		const pick = vscode.window.createQuickPick<{ label: string; reference: Reference; description?: string; alwaysShow?: boolean }>();
		pick.title = title;
		pick.placeholder = t('Name of an image, for example {example}', { example: 'docker.io/library/golang:1.25' });
		pick.items = offered;
		pick.matchOnDescription = true;
		pick.onDidChangeValue(value => {
			const parsed = parseReference(value.trim());
			const typed = value.trim() !== '' && parsed.ok && !known.has(value.trim())
				? [{
					label: value.trim(),
					description: parsed.reference.canonical === value.trim() ? '' : parsed.reference.canonical,
					reference: parsed.reference,
					alwaysShow: true,
				}] : [];
			// Last in the list, so that the others keep their places: a quick Enter would else choose the neighbour.
			pick.items = [...offered, ...typed];
			const exact = typed[0] ?? offered.find(({ label }) => label === value.trim());
			if (exact && /[:@][^/]*$/.test(value)) { pick.activeItems = [exact]; }
		});
		pick.onDidAccept(() => { resolve(known.get(pick.value.trim())?.reference ?? pick.selectedItems[0]?.reference); pick.hide(); });
		pick.onDidHide(() => { resolve(undefined); pick.dispose(); });
		pick.show();
	});
}
