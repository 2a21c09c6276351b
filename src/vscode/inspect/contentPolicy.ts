/**
 * The content security policy of our pages (https://www.w3.org/TR/CSP3/): scripts by nonce, styles by nonce or from our own folder, fonts
 * from there, nothing else.
 *
 * @param own how VS Code writes the origin of the extension's files
 */
export function contentPolicy(nonce: string, own: string): string {
	return `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${own} 'nonce-${nonce}'; font-src ${own}; base-uri 'none'; form-action 'none'`;
}
