/** JSON in which no character of a file or a registry can act on a terminal: what controls or hides stands as `\u…`, which reads as the same. */
export function jsonText(value: unknown, indent?: number): string {
	return JSON.stringify(value, undefined, indent).replace(acting, character =>
		character.split('').map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''));
}

/** A line feed is one of the indentation: in texts it is escaped already. */
const acting = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu;
