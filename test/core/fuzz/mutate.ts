import fc from 'fast-check';

/** One change: where (a share of the text's length), how much, and by what. */
export interface Mutation {
	readonly how: 'delete' | 'insert' | 'repeat' | 'cut' | 'swap lines' | 'indent' | 'crlf' | 'flip';
	readonly at: number;
	readonly length: number;
	readonly token: string;
}

const tokens = [
	'"', '\'', '`', '\\', '\\\n', '\n', '\r\n', '\r', '\t', ' ', '  ', '$', '${', '$(', '}', ')', ':-', ':', '@', '/', '#', '//', '/*', '*/', '<<', '<<EOF\n', 'EOF\n', '|', '|\n', '>', '-', '- ', '---\n', '&a ', '*a', '<<: *a', '!!x ', '{', '}', '[', ']', ',', '?', '{{', '}}', '${{ ', '%{', '%}',
	'sha256:', '@sha256:00', ':latest', 'FROM ', 'ARG A\n', 'ONBUILD ', '--from=', 'image: ', 'run: |\n', 'docker pull a/B\n', 'buildah bud .\n', ' --push', ' -t a', '```\n', '```sh\n', 'A=b ', '&&', ';', '\ufeff', '\u0000', '\u2028', '\u0085', '\u00a0', '\u001b[31m', 'İ', 'ß', '😀', '\ud83d', '\ude00', '__proto__', 'constructor', 'https://', 'x'.repeat(300), '0', 'Z',
];

/** Up to six changes. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(fc.record({
	how: fc.constantFrom<Mutation['how']>('delete', 'insert', 'insert', 'insert', 'repeat', 'cut', 'swap lines', 'indent', 'crlf', 'flip'),
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	length: fc.integer({ min: 1, max: 24 }),
	token: fc.oneof(fc.constantFrom(...tokens), fc.string({ maxLength: 3 })),
}), { maxLength: 6 });

/** The text with the changes made, one after the other. */
export function mutate(text: string, changes: readonly Mutation[]): string {
	return changes.reduce(change, text);
}

function change(text: string, { how, at, length, token }: Mutation): string {
	const start = Math.floor(at * text.length);
	const end = Math.min(text.length, start + length);
	const before = text.slice(0, start);
	const after = text.slice(end);
	switch (how) {
		case 'delete': return before + after;
		case 'insert': return before + token + text.slice(start);
		case 'repeat': return before + text.slice(start, end).repeat(1 + length % 5) + after;
		case 'cut': return before;
		case 'crlf': return text.replace(/\r?\n/g, '\r\n');
		case 'flip': return before + String.fromCharCode((text.charCodeAt(start) || 0) ^ 1 << length % 7) + text.slice(start + 1);
		case 'indent': return before + text.slice(start).replace('\n', `\n${' '.repeat(length % 9)}`);
		case 'swap lines': {
			const lines = text.split('\n');
			const index = Math.floor(at * lines.length);
			const other = (index + length) % lines.length;
			return lines.map((line, number) => lines[number === index ? other : number === other ? index : number] ?? line).join('\n');
		}
	}
}
