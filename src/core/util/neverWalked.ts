/** Folders where nobody looks for their own files, ignored or not. */
export const neverWalked: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules', '.vscode-test']);
