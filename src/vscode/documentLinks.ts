import * as vscode from 'vscode';
import { webAddress } from '../core/reference/webAddress.ts';
import { everyFile } from './everyFile.ts';
import { isAsked } from './hover/useView.ts';
import { t } from './l10n.ts';
import { leftToOthers } from './neighbours.ts';
import { rangesOf } from './ranges.ts';
import type { Session } from './session.ts';

/**
 * A reference is a link to its repository's web page, where the registry has one. Compose has such links from other extensions for some
 * hosts; those are left to them.
 */
export function createDocumentLinks(session: Session): vscode.Disposable {
	return vscode.languages.registerDocumentLinkProvider(everyFile, {
		provideDocumentLinks(document) {
			if (leftToOthers('links', document.languageId, id => vscode.extensions.getExtension(id) !== undefined)) { return []; }
			const toRange = rangesOf(document);
			const facts = session.stateOf(document)?.facts;
			return facts?.uses.flatMap(use => {
				const reference = isAsked(use) ? session.referenceOf(facts, use) : undefined;
				const page = reference && session.verdict(reference)?.verdict !== 'repository-missing' ? webAddress(reference) : undefined;
				if (!reference || !page) { return []; }
				const link = new vscode.DocumentLink(toRange(use.span), vscode.Uri.parse(page));
				link.tooltip = t('Open the web page of {repository}', { repository: reference.repository });
				return [link];
			});
		},
	});
}
