import type { LayerEntry } from '../../src/protocol/layerFilesView.ts';

/** `-rwxr-xr-x`, as `ls -l` writes it, with set-user, set-group and sticky bits. */
export function fileMode({ kind, mode }: Pick<LayerEntry, 'kind' | 'mode'>): string {
	const type = kind === 'folder' ? 'd' : kind === 'symlink' ? 'l' : kind === 'device' ? 'c' : '-';
	const bits = [6, 3, 0].map(shift => {
		const of = (mode >> shift) & 7;
		const special = shift === 6 ? mode & 0o4000 : shift === 3 ? mode & 0o2000 : mode & 0o1000;
		const letter = shift === 0 ? 't' : 's';
		const execute = special ? (of & 1 ? letter : letter.toUpperCase()) : of & 1 ? 'x' : '-';
		return `${of & 4 ? 'r' : '-'}${of & 2 ? 'w' : '-'}${execute}`;
	});
	return type + bits.join('');
}
