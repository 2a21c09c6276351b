import * as vscode from 'vscode';

/** What stands before the cursor: the name, and after a colon the beginning of the tag; `range` is what a completion replaces. */
export interface Written {
	readonly name: string;
	readonly tag?: string;
	readonly range: vscode.Range;
}

/** Places where an image is written, as the line begins. Text that is being typed is no reference yet, so the line decides. */
const beginnings = [
	/^\s*FROM\s+(?:--platform=\S+\s+)?(\S*)$/i,
	/^\s*(?:COPY|ADD)\s+(?:--\S+\s+)*--from=(\S*)$/i,
	/^\s*-?\s*image:\s*["']?([^\s"']*)$/,
	/^\s*"image"\s*:\s*"([^\s"]*)$/,
	/^\s*-?\s*uses:\s*["']?docker:\/\/([^\s"']*)$/,
	/^\s*container:\s*["']?([^\s"']*)$/,
	/^\s*image\s*=\s*["']?([^\s"']*)$/i,
	/\b(?:docker|podman|nerdctl|crictl)\s+pull\s+(?:--?\S+\s+)*(\S*)$/,
];

/** A dev container feature: the key has a host and folders. */
const feature = /^\s*"([^\s"/]+\.[^\s"/]+\/[^\s"]*)$/;

/** Reads the line up to the cursor; `undefined` where no image is written, or where a variable or a digest is. */
export function writtenReference(document: vscode.TextDocument, position: vscode.Position): Written | undefined {
	const line = document.lineAt(position.line).text;
	const before = line.slice(0, position.character);
	const places = /devcontainer[^/]*\.jsonc?$/.test(document.uri.path) ? [...beginnings, feature] : beginnings;
	const text = places.map(beginning => beginning.exec(before)?.[1]).find(found => found !== undefined);
	if (text === undefined || text.includes('$') || text.includes('@')) { return undefined; }
	// `registry.example:50` is a host whose port is being typed, not an image of Docker Hub.
	const isHost = !text.includes('/') && /^(?:localhost|[^:]*\.[^:]*):\d*$/.test(text);
	const colon = isHost ? -1 : text.indexOf(':', text.lastIndexOf('/') + 1);
	// What follows the cursor of the same word is replaced too.
	const rest = /^[\w.-]*/.exec(line.slice(position.character))?.[0].length ?? 0;
	const range = (length: number): vscode.Range => new vscode.Range(position.translate(0, -length), position.translate(0, rest));
	return colon === -1
		? { name: text, range: range(text.length) }
		: { name: text.slice(0, colon), tag: text.slice(colon + 1), range: range(text.length - colon - 1) };
}
