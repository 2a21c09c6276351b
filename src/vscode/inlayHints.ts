import * as vscode from 'vscode';
import { everyFile } from './everyFile.ts';
import { platformsOf, pullSize } from './format/imageFacts.ts';
import { size } from './format/size.ts';
import { useHover } from './hover/useHover.ts';
import { useView, type UseView } from './hover/useView.ts';
import { plural } from './l10n.ts';
import type { Session } from './session.ts';
import { throttle } from './session/throttle.ts';

/** `305 MB · 9 platforms · OCI` after a reference whose image was read; nothing where nothing is known. */
export function createInlayHints(session: Session): vscode.Disposable {
	const changed = new vscode.EventEmitter<void>();
	const update = throttle(() => changed.fire(), 200);
	return vscode.Disposable.from(changed, update,
		session.onDidChange(update), session.onDidLearnDetails(update), session.onDidChangeSettings(update),
		vscode.languages.registerInlayHintsProvider(everyFile, {
			onDidChangeInlayHints: changed.event,
			provideInlayHints(document, range) {
				const state = session.settings.inlayHints ? session.stateOf(document) : undefined;
				return state?.facts.uses.flatMap(use => {
					const position = document.positionAt(use.span.end);
					const view = range.contains(position) ? useView(session, state, use) : undefined;
					const text = view && hintText(view);
					return view && text ? [hint(position, text, view)] : [];
				});
			},
		}));
}

/** `undefined` when the image was not read. */
export function hintText({ tree, verdict }: UseView): string | undefined {
	if (!tree || verdict?.verdict !== 'exists') { return undefined; }
	const bytes = pullSize(tree);
	return [
		bytes === undefined ? undefined : size(bytes),
		tree.root.kind === 'index' ? plural(tree.platforms.length, '1 platform', '{count} platforms') : platformsOf(tree)[0]?.name,
		tree.root.format === 'oci' ? 'OCI' : 'Docker',
	].filter(Boolean).join(' · ');
}

function hint(position: vscode.Position, text: string, view: UseView): vscode.InlayHint {
	const made = new vscode.InlayHint(position, text);
	made.paddingLeft = true;
	const tooltip = useHover(view);
	if (tooltip) { made.tooltip = tooltip; }
	return made;
}
