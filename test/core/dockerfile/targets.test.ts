import assert from 'node:assert/strict';
import type { BuildLink } from '../../../src/core/model/index.ts';
import { buildOf, readText } from './support.ts';

/** What each use is: its values, or its class where it has none. */
function read(text: string, ...builds: readonly BuildLink[]): readonly string[] {
	return readText(text, builds).uses.map(use => use.class === 'variable' ? 'variable' : [use.value, ...use.alternatives.map(({ value }) => value)].join(' '));
}

describe('a build of one stage', () => {
	const text = 'ARG BASE=alpine:1\nARG DEBUG=alpine:2\nFROM $BASE AS release\nFROM $DEBUG AS debug\n';

	it('says nothing about the stages that it leaves out', () => {
		assert.deepEqual(read(text, buildOf({ BASE: 'a:1', DEBUG: 'not-used' }, { target: 'release' })), ['a:1', 'alpine:2']);
		assert.deepEqual(read(text, buildOf({ BASE: 'a:1', DEBUG: 'not-used' }, { target: 'Release' }), buildOf({ BASE: 'unused', DEBUG: 'b:1' }, { target: 'debug' })), ['a:1', 'b:1']);
		assert.deepEqual(read('ARG DEBUG\nFROM a AS x\nFROM $DEBUG AS y\n', buildOf({ DEBUG: 'not-used' }, { target: 'x' })), ['a', 'variable']);
	});

	it('says something about all that the stage is made from, copies from and mounts', () => {
		const chain = 'ARG A=a\nARG B=b\nARG C=c\nARG D=d\nFROM $A AS one\nFROM $B AS two\nFROM $C AS three\nFROM $D AS four\nFROM one AS last\nCOPY --from=TWO /x /x\nRUN --mount=from=three,target=/x true\nCOPY --from=0 /x /x\nFROM z AS other\n';
		const args = { A: 'A', B: 'B', C: 'C', D: 'D' };
		const valued = Object.fromEntries(Object.entries(args).map(([name]) => [name, `made/${name.toLowerCase()}`]));
		assert.deepEqual(read(chain, buildOf(valued, { target: 'last' })).slice(0, 4), ['made/a', 'made/b', 'made/c', 'd']);
		assert.deepEqual(read(chain, buildOf(valued, { target: '1' })).slice(0, 4), ['a', 'made/b', 'c', 'd']);
	});

	it('says something about all stages when it asks for none, or for one that is not there', () => {
		for (const target of [{}, { target: 'nowhere' }, { target: '7' }]) {
			assert.deepEqual(read(text, buildOf({ BASE: 'a:1', DEBUG: 'b:1' }, target)), ['a:1', 'b:1']);
		}
	});
});
