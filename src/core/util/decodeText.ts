/** Largest file that is read, bytes. */
export const maximumFileSize = 10 * 1024 * 1024;

/**
 * Bytes of a file as text without byte order mark; `undefined` when it is no UTF-8 text
 * (UTF-16 and UTF-32 marks, NUL bytes, over {@link maximumFileSize}).
 */
export function decodeText(bytes: Uint8Array): string | undefined {
	if (bytes.length > maximumFileSize || bytes.subarray(0, 65536).includes(0)) { return undefined; }
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) { return undefined; }
	return new TextDecoder('utf-8').decode(bytes);
}
