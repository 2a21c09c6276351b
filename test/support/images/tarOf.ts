/** An entry of a tar archive to make. */
export interface TarFile {
	/** Ends with `/` for a folder. */
	readonly name: string;
	readonly text?: string | Buffer;
	readonly mode?: number;
	/** A symbolic link's target. */
	readonly link?: string;
}

/** A ustar archive with fixed owner and time, so that digests stay the same. */
export function tarOf(files: readonly TarFile[]): Buffer {
	const blocks = files.flatMap(file => {
		const body = Buffer.from(file.text ?? '');
		const type = file.link !== undefined ? '2' : file.name.endsWith('/') ? '5' : '0';
		return [header(file, type, type === '0' ? body.length : 0), ...(type === '0' ? [body, Buffer.alloc(-body.length & 511)] : [])];
	});
	return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function header(file: TarFile, type: string, size: number): Buffer {
	const block = Buffer.alloc(512);
	const octal = (value: number, at: number, length: number): void => { block.write(value.toString(8).padStart(length - 1, '0') + '\0', at, 'latin1'); };
	block.write(file.name.slice(0, 100), 0, 'utf8');
	octal(file.mode ?? (type === '5' ? 0o755 : 0o644), 100, 8);
	octal(0, 108, 8);
	octal(0, 116, 8);
	octal(size, 124, 12);
	octal(1_700_000_000, 136, 12);
	block.write('        ', 148, 'latin1');
	block.write(type, 156, 'latin1');
	block.write(file.link ?? '', 157, 'utf8');
	block.write('ustar\x0000', 257, 'latin1');
	const sum = block.reduce((total, byte) => total + byte, 0);
	block.write(sum.toString(8).padStart(6, '0') + '\0 ', 148, 'latin1');
	return block;
}
