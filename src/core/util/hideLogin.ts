/** A name or an address that somebody wrote with a login in it, `https://user:password@host/name`, without that login. */
export function hideLogin(text: string): string {
	return text
		.replace(/(:\/\/)[^\s/"'@]{1,500}@(?!sha\d{3}:)/g, '$1•••@')
		.replace(/(^|[\s"'=])[\w.+$%-]{1,60}:[^\s/@"']{4,200}@(?=[\w-]{1,63}[.:/])(?!sha\d{3}:)/g, '$1•••@');
}
