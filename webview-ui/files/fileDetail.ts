import type { Detail } from '../details/detail.ts';
import { fileMode } from '../state/fileMode.ts';
import { isDeletion } from '../state/fileBranches.ts';
import { deletionText, type FileNode } from '../state/fileTree.ts';
import { safeText } from '../state/safeText.ts';
import type { Words } from '../state/words.ts';

/** What the details pane says of a file. `total` is the size of the layer, unpacked. */
export function fileDetail(node: FileNode, total: number, words: Words): Detail {
	const { t } = words;
	const { entry } = node;
	const base = node.name.slice(node.name.lastIndexOf('/') + 1);
	const deleted = isDeletion(entry);
	const root = (id: number, name: string | undefined) => name ?? (id === 0 ? 'root' : undefined);
	const owner = entry && root(entry.uid, entry.user);
	return {
		title: base,
		subtitle: deleted ? deletionText(entry, words) : t('{percent} of this layer, unpacked', { percent: words.percent(total > 0 ? node.size / total : 0) }),
		code: { lines: [safeText(node.path, 1000)], all: [safeText(node.path, 100_000)], hidden: Math.max(0, node.path.length - 1000) },
		facts: [
			...(deleted ? [] : [{ label: t('Size'), value: words.size(node.size), extra: `(${words.bytes(node.size)})` }]),
			...(node.hasChildren ? [{ label: t('Files'), value: words.number(node.files) }] : []),
			...(entry ? [{ label: t('Owner'), value: `${entry.uid}:${entry.gid}`, ...(owner && { extra: `(${safeText(owner)})` }) }] : []),
			...(entry && !deleted ? [{ label: t('Mode'), value: `${(entry.mode & 0o7777).toString(8).padStart(4, '0')} ${fileMode(entry)}`, mono: true }] : []),
			...(entry?.modified === undefined ? [] : [{ label: t('Modified'), value: words.dateTime(safeText(entry.modified)) }]),
			...(entry?.target === undefined ? [] : [{ label: t('Points to'), value: safeText(entry.target), mono: true }]),
		],
		actions: [{ type: 'copy', label: t('Copy path'), raw: node.path, what: 'path' }],
	};
}
