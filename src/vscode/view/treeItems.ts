import * as vscode from 'vscode';
import { lineIndex } from '../../core/util/lineIndex.ts';
import { printable } from '../../core/util/printable.ts';
import { shownPath } from '../fileId.ts';
import { isEdit } from '../fixes.ts';
import { useHover } from '../hover/useHover.ts';
import type { UseView } from '../hover/useView.ts';
import { t } from '../l10n.ts';
import type { GroupNode } from './groups.ts';
import type { ImageNode } from './imageNode.ts';

/** One place of an image. */
export interface PlaceNode { readonly type: 'place'; readonly id: string; readonly view: UseView }

const colours: Readonly<Record<string, string>> = {
	error: 'charts.red',
	warning: 'charts.yellow',
	lock: 'charts.yellow',
	pass: 'charts.green',
	pinned: 'charts.green',
};

/** A heading with its count; opened, unless it is long and good. */
export function groupItem({ id, label, icon, images }: GroupNode): vscode.TreeItem {
	const item = new vscode.TreeItem(printable(label), icon === 'pass' && images.length > 50
		? vscode.TreeItemCollapsibleState.Collapsed
		: vscode.TreeItemCollapsibleState.Expanded);
	item.id = id;
	item.description = String(images.length);
	item.contextValue = id.startsWith('registry:') && id !== 'registry:' ? 'group registry' : 'group';
	item.iconPath = iconOf(icon);
	item.accessibilityInformation = { label: t('{label}, {count} images', { label, count: images.length }) };
	return item;
}

/** The tooltip is the hover; it is made when it is asked for. */
export function imageItem({ id, label, prefix, icon, reason, places }: ImageNode): vscode.TreeItem {
	const item = new vscode.TreeItem(printable(label), vscode.TreeItemCollapsibleState.Collapsed);
	item.id = id;
	item.description = printable([reason, icon === 'pass' || icon === 'pinned' ? '' : prefix].filter(Boolean).join(' · '));
	item.iconPath = iconOf(icon);
	item.contextValue = ['image', ...flags(places)].join(' ');
	item.accessibilityInformation = { label: t('{name}, {reason}', { name: printable(`${prefix}/${label}`), reason: printable(reason) }) };
	return item;
}

/** A place of an image: file, line and owner; a click opens it. */
export function placeItem({ id, view }: PlaceNode): vscode.TreeItem {
	const { facts, use } = view;
	const { line } = lineIndex(facts.text).positionAt(use.span.start);
	const item = new vscode.TreeItem(printable(shownPath(facts.file)));
	item.id = id;
	item.description = [t('line {line}', { line: line + 1 }), ...use.owner ? [printable(use.owner.label)] : []].join(', ');
	item.iconPath = new vscode.ThemeIcon('file');
	item.contextValue = 'place';
	item.command = { command: 'pullcheck.goTo', title: t('Go to file'), arguments: [{ file: facts.file, start: use.span.start, end: use.span.end }] };
	return item;
}

/** The hover of the image where it stands first. */
export function imageTooltip({ places }: ImageNode): vscode.MarkdownString | undefined {
	return places[0] && useHover(places[0]);
}

function flags(places: readonly UseView[]): readonly string[] {
	const some = (test: (view: UseView) => boolean): boolean => places.some(test);
	return [
		...some(({ findings }) => findings.some(({ fixes }) => fixes.some(isEdit))) ? ['fixable'] : [],
		...some(({ reference }) => reference !== undefined) ? ['reference'] : [],
		...some(({ verdict }) => verdict?.verdict === 'exists') ? ['exists'] : [],
		...some(({ verdict, reference, use }) => verdict?.verdict === 'exists' && !reference?.digest && use.text === use.value) ? ['pinnable'] : [],
		...some(({ use }) => use.spans.digest !== undefined) ? ['pinned'] : [],
		...some(({ verdict }) => ['missing-or-private', 'login-needed', 'login-rejected', 'not-allowed'].includes(verdict?.verdict ?? '')) ? ['locked'] : [],
	];
}

function iconOf(icon: string): vscode.ThemeIcon {
	const colour = colours[icon];
	return new vscode.ThemeIcon(icon, colour ? new vscode.ThemeColor(colour) : undefined);
}
