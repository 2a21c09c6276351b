import assert from 'node:assert/strict';
import { fileMode } from '../../../webview-ui/state/fileMode.ts';
import type { LayerEntry } from '../../../src/protocol/layerFilesView.ts';
import { fileTree, type FileNode, type FileTree, type FileTreeOptions } from '../../../webview-ui/state/fileTree.ts';
import { flatRows, type FlatRow } from '../../../webview-ui/state/flatRows.ts';
import { atOnce } from '../../../webview-ui/state/steps.ts';
import { createWords } from '../../../webview-ui/state/words.ts';
import { file, sampleFiles } from '../sampleFiles.ts';

const words = createWords('en', {});
const bySize = { order: 'size', onlyDeletions: false } as const;

describe('files of a layer', () => {
	it('folders with nothing but a folder are joined, the largest comes first, the rest is "n smaller"', () => {
		assert.deepEqual(draw(tree(sampleFiles().entries).nodes).slice(0, 9), [
			'usr 266814552',
			'  libexec/gcc/x86_64-linux-gnu/14 152814552',
			'    cc1plus 38914560',
			'    cc1 36700000',
			'    lto1 35800000',
			'    lto-dump 35600000',
			'    17 smaller 5799992',
			'      tool-0 341176',
			'      tool-1 341176',
		]);
	});

	it('deletions stand last in their folder and keep their path', () => {
		const { nodes } = tree(sampleFiles().entries, { order: 'size', onlyDeletions: true });
		assert.deepEqual(draw(nodes), ['var 0', '  cache/ldconfig/aux-cache 0', '  lib/apt/lists 0']);
		assert.equal(nodes[0]?.children[0]?.spoken, 'cache/ldconfig/aux-cache, deletes from layer 1');
		assert.equal(nodes[0]?.children[1]?.spoken, 'lib/apt/lists, hides folder of layer 3');
	});

	it('by path nothing is folded away', () => {
		const entries = ['c', 'a', 'b', 'f', 'e', 'd', 'g'].map(path => file(path, 1));
		assert.deepEqual(draw(tree(entries, { order: 'path', onlyDeletions: false }).nodes), ['a 1', 'b 1', 'c 1', 'd 1', 'e 1', 'f 1', 'g 1']);
	});

	it('one file more than four is shown, not folded', () => {
		const entries = [1, 2, 3, 4, 5].map(size => file(`f${size}`, size));
		assert.equal(tree(entries).nodes.length, 5);
		assert.equal(tree([...entries, file('f6', 6)]).nodes.length, 5);
	});

	it('a folder counts the files below it, links as well, folders and deletions not', () => {
		const [top] = tree([file('a', 0, { kind: 'folder' }), file('a/x', 1), file('a/y', 0, { kind: 'symlink', target: 'x' }), file('a/z', 0, { kind: 'whiteout' })]).nodes;
		assert.equal(top?.files, 2);
	});

	it('broken paths are data: dots, doubled slashes, names of object properties', () => {
		assert.deepEqual(draw(tree([file('./__proto__//x', 1), file('', 1), file('constructor', 2)]).nodes), ['constructor 2', '__proto__ 1', '  x 1']);
	});

	it('a filter finds what ends in a name of its own: a folder does not bring everything below it', () => {
		const files = tree([file('usr/lib/a', 1), file('usr/lib/b', 1), file('usr/share/lib.txt', 1), file('etc/x', 1)]);
		const found = (filter: string) => filtered(files, filter).map(({ node, expanded }) => `${node.path}${expanded ? ' open' : ''}`);
		assert.deepEqual(found('LIB'), ['/usr open', '/usr/lib', '/usr/share open', '/usr/share/lib.txt']);
		assert.deepEqual(found('lib/a'), ['/usr open', '/usr/lib open', '/usr/lib/a']);
		assert.deepEqual(found('nothing'), []);
	});

	it('a path of ten thousand folders and a hundred thousand files are no problem', () => {
		const files = tree([file('a/'.repeat(10_000) + 'end', 1), file('a/b', 1), ...Array.from({ length: 100_000 }, (_, at) => file(`flat/${at}`, at))]);
		assert.deepEqual(files.nodes.map(({ name, files }) => [name, files]), [['flat', 100_000], ['a', 2]]);
		assert.equal(filtered(files, 'end').length, 3);
	});

	it('modes are written as ls writes them', () => {
		assert.deepEqual([
			fileMode({ kind: 'folder', mode: 0o755 }), fileMode({ kind: 'symlink', mode: 0o777 }), fileMode({ kind: 'file', mode: 0o4755 }),
			fileMode({ kind: 'file', mode: 0o2644 }), fileMode({ kind: 'folder', mode: 0o1777 }),
		], ['drwxr-xr-x', 'lrwxrwxrwx', '-rwsr-xr-x', '-rw-r-Sr--', 'drwxrwxrwt']);
	});
});

function tree(entries: readonly LayerEntry[], options: FileTreeOptions = bySize): FileTree {
	return atOnce(fileTree(entries, options, words));
}

function filtered(files: FileTree, filter: string): readonly FlatRow<FileNode>[] {
	atOnce(files.search(filter));
	return flatRows(files.nodes, new Set(), filter);
}

function draw(nodes: readonly FileNode[], indent = ''): readonly string[] {
	return nodes.flatMap(({ name, size, children }) => [`${indent}${name} ${size}`, ...draw(children, `${indent}  `)]);
}
