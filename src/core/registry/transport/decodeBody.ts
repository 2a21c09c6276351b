import type { HttpFailure } from './httpAnswer.ts';

/** Decodes a body that came compressed although nothing was accepted; at most `maxBytes` come out. */
export function decodeBody(body: Buffer, encoding: string | undefined, maxBytes: number): { readonly body: Buffer } | { readonly failure: HttpFailure } {
	const decode = decoders[encoding?.trim().toLowerCase() ?? ''];
	if (!decode || body.length === 0) { return { body }; }
	try {
		// Loaded on first need: hardly any registry packs its answers.
		return { body: process.getBuiltinModule('node:zlib')[decode](body, { maxOutputLength: maxBytes }) };
	} catch (error) {
		const tooLarge = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
		return { failure: {
			kind: 'broken',
			detail: tooLarge ? 'too-large' : 'garbage',
			message: tooLarge ? `more than ${maxBytes} bytes after decoding` : `cannot decode ${encoding ?? ''}`,
		} };
	}
}

const decoders: Readonly<Record<string, 'gunzipSync' | 'inflateSync' | 'brotliDecompressSync'>> = {
	'gzip': 'gunzipSync', 'x-gzip': 'gunzipSync', 'deflate': 'inflateSync', 'br': 'brotliDecompressSync',
};
