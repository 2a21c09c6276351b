/** Characters. Reading more takes a turn that whoever types would feel; files of that size are made by programs. The command line reads them. */
const longest = 2 * 1024 * 1024;

/** True for a text that the editor does not read by itself. */
export function isTooLong(text: string | undefined): boolean {
	return text !== undefined && text.length > longest;
}
