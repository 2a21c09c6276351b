import type { Word } from 'unbash';
import { composeMap } from '../../util/composeMap.ts';
import { sliceMap } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { scriptPieces } from './scriptPieces.ts';
import { ScriptWalker } from './scriptWalker.ts';
import type { SimpleCommand } from './scriptWalker.ts';
import type { ShellScope } from './shellScope.ts';
import { shellSource } from './shellSource.ts';
import { mayCallTool } from './tools/index.ts';

/**
 * Calls `visit` for every simple command of a script that is only assignments or has a name of interest, in the order in which they are
 * written, those in `$(…)` before the command they are
 * part of; those in a loop over a list that is known once for each of its values. Heredoc bodies are text. Never throws; a broken script
 * gives the commands that can still be told.
 */
export function walkScript(map: TextMap, scope: ShellScope, file: string, visit: (command: SimpleCommand) => void, interesting: (name: Word) => boolean): void {
	const whole = shellSource(map);
	const rounds = { left: 100_000 + whole.masked.length };
	const walkers: ScriptWalker[] = [];
	const outer = scope.evaluate;
	for (const { start, end, script } of scriptPieces(whole.masked, piece => forget(piece, scope))) {
		const source = start === 0 && end === whole.masked.length ? whole : {
			map: composeMap(whole.map, sliceMap(whole.map.text, { start, end })),
			masked: whole.masked.slice(start, end),
			hides: whole.hides,
		};
		const walker = new ScriptWalker(source, file, rounds, visit, interesting);
		scope.evaluate = walker.evaluate;
		walker.list(script, scope, 0);
		walkers.push(walker);
	}
	for (const walker of walkers.reverse()) { walker.finish(scope); }
	scope.evaluate = outer;
}

/** Long stretches without any tool are not parsed; whatever they may set is unknown. */
function forget(piece: string, scope: ShellScope): boolean {
	if (mayCallTool(piece)) { return false; }
	for (const match of piece.matchAll(/(?<![\w$-])([A-Za-z_]\w*)\+?=/g)) { scope.set(match[1]!, 'unknown'); }
	return true;
}
