/**
 * JSON on lines of its own, indented by two; every token stays as it was written (numbers, escapes, doubled keys). Linear; text that is no
 * JSON comes out readable too.
 */
export function formatJson(text: string): string {
	const out: string[] = [];
	let depth = 0;
	const line = (): void => { out.push('\n', '  '.repeat(Math.min(depth, 100))); };
	for (const [token] of text.matchAll(/"(?:[^"\\]|\\[\s\S])*"?|[{}[\],:]|[^\s"{}[\],:]+/g)) {
		const last = out.at(-1);
		switch (token) {
			case '{': case '[': out.push(token); depth++; line(); break;
			case '}': case ']':
				depth = Math.max(0, depth - 1);
				// Nothing between the brackets: they stay together.
				if (last?.trim() === '' && /^[{[]$/.test(out.at(-3) ?? '')) { out.splice(-2); } else { line(); }
				out.push(token);
				break;
			case ',': out.push(token); line(); break;
			case ':': out.push(': '); break;
			default: out.push(token);
		}
	}
	return `${out.join('')}\n`;
}
