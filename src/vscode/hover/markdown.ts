import * as vscode from 'vscode';
import { printable } from '../../core/util/printable.ts';

/** Commands that a hover of ours may run. Nothing else can, whatever a registry answers. */
export const hoverCommands = [
	'applyFix', 'inspect', 'pin', 'unpin', 'copyDigest', 'copySkopeo', 'refresh', 'pickTag', 'login', 'goTo', 'showOutput', 'toggleOffline',
].map(id => `pullcheck.${id}`).concat('workbench.trust.manage');

/** Foreign text as Markdown that shows exactly it: nothing of it is a link, an icon or a tag; at most 200 characters. */
export function foreign(text: string): string {
	const shown = printable(text);
	const cut = [...shown].length > 200 ? `${[...shown].slice(0, 199).join('')}…` : shown;
	return new vscode.MarkdownString(undefined, true).appendText(cut).value.replaceAll('|', '\\|');
}

/** Foreign text in bold. */
export function bold(text: string): string {
	return `**${foreign(text)}**`;
}

/** Foreign text as code; what could end the code is left out. */
export function code(text: string): string {
	return `\`${printable(text).replaceAll('`', '').slice(0, 200)}\``;
}

/** A link that runs one of our commands. `label` is Markdown. */
export function commandLink(label: string, command: string, ...args: readonly unknown[]): string {
	const query = args.length > 0
		? `?${encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, character => `%${character.charCodeAt(0).toString(16)}`)}`
		: '';
	return `[${label}](command:${command.includes('.') ? command : `pullcheck.${command}`}${query})`;
}

/** A link to the web. */
export function webLink(label: string, address: string): string {
	return `[${label}](${vscode.Uri.parse(address).toString().replace(/[()]/g, encodeURIComponent)})`;
}

/** At most four paragraphs, then one row of actions under a line. */
export function hoverOf(lines: readonly (string | undefined)[], actions: readonly (string | undefined)[]): vscode.MarkdownString {
	const present = lines.filter(line => line !== undefined).slice(0, 4);
	const row = actions.filter(action => action !== undefined).join('&nbsp;&nbsp;&nbsp; ');
	const markdown = new vscode.MarkdownString([...present, ...row ? [`---\n\n${row}`] : []].join('\n\n'), true);
	markdown.isTrusted = { enabledCommands: hoverCommands };
	return markdown;
}
