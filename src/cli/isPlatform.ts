/** `OS/ARCH[/VARIANT]`, as in `linux/arm/v7`; the same pattern as the editor's setting. */
export function isPlatform(text: string): boolean {
	return /^[^/\s]+\/[^/\s]+(?:\/[^/\s]+)?$/.test(text);
}
