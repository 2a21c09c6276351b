/** The fields of one tar header block. */
export interface TarHeader {
	readonly name: string;
	/** `0` file, `1` hard link, `2` symbolic link, `3` `4` `6` devices, `5` folder, `x` `g` pax, `L` `K` GNU long names. */
	readonly type: string;
	readonly size: number;
	readonly mode: number;
	readonly uid: number;
	readonly gid: number;
	/** Seconds since 1970. */
	readonly mtime: number | undefined;
	readonly link: string;
	readonly user: string;
	readonly group: string;
}

/** Reads 512 bytes; `end` for a block of zeros, `undefined` when the checksum does not fit. */
export function readTarHeader(block: Buffer): TarHeader | 'end' | undefined {
	if (block.every(byte => byte === 0)) { return 'end'; }
	let sum = 0;
	for (let at = 0; at < 512; at++) { sum += at >= 148 && at < 156 ? 32 : block[at] ?? 0; }
	const size = number(block, 124, 12);
	if (number(block, 148, 8) !== sum || size === undefined) { return undefined; }
	const ustar = block.toString('latin1', 257, 262) === 'ustar';
	const prefix = ustar && block[262] === 0 ? text(block, 345, 155) : '';
	const name = text(block, 0, 100);
	const type = block[156] === 0 || block[156] === 0x37 ? '0' : String.fromCharCode(block[156] ?? 0x30);
	return {
		name: prefix === '' ? name : `${prefix}/${name}`, size, mtime: number(block, 136, 12),
		// Archives before ustar mark a folder by its last slash alone.
		type: type === '0' && name.endsWith('/') ? '5' : type,
		mode: (number(block, 100, 8) ?? 0) & 0o7777, uid: number(block, 108, 8) ?? 0, gid: number(block, 116, 8) ?? 0,
		link: text(block, 157, 100), user: ustar ? text(block, 265, 32) : '', group: ustar ? text(block, 297, 32) : '',
	};
}

function text(block: Buffer, at: number, length: number): string {
	const end = block.indexOf(0, at);
	return block.toString('utf8', at, end === -1 || end > at + length ? at + length : end);
}

/** Octal text, or GNU's base 256 with the first bit set; `undefined` when it is neither or too large to be true. */
function number(block: Buffer, at: number, length: number): number | undefined {
	const first = block[at] ?? 0;
	if (first & 0x80) {
		let value = first & 0x7f;
		for (let index = at + 1; index < at + length; index++) { value = value * 256 + (block[index] ?? 0); }
		return Number.isSafeInteger(value) ? value : undefined;
	}
	const digits = block.toString('latin1', at, at + length).replace(/\0[\s\S]*$/, '').trim();
	if (digits === '') { return 0; }
	return /^[0-7]+$/.test(digits) ? parseInt(digits, 8) : undefined;
}
