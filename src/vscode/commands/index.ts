import * as vscode from 'vscode';
import { quietly } from '../output.ts';
import { applyFix } from './applyFix.ts';
import { browseTags } from './browseTags.ts';
import { checkWorkspace } from './checkWorkspace.ts';
import { chooseTargets } from './chooseTargets.ts';
import { compare } from './compare.ts';
import { copyDigest, copySkopeo } from './copy.ts';
import type { Command, Core } from './core.ts';
import { explain } from './explain.ts';
import { formatJson } from './formatJson.ts';
import { goTo } from './goTo.ts';
import { inspect } from './inspect.ts';
import { login, logout } from './login.ts';
import { openSample } from './openSample.ts';
import { pickTag } from './pickTag.ts';
import { pin, pinAll, unpin } from './pin.ts';
import { pinWorkspace, unpinWorkspace } from './pinWorkspace.ts';
import { refresh } from './refresh.ts';
import { search } from './search.ts';
import { toggleOffline } from './toggleOffline.ts';

const commands: readonly Command[] = [
	applyFix, browseTags, checkWorkspace, chooseTargets, compare, copyDigest, copySkopeo, explain, formatJson, goTo, inspect, login, logout,
	openSample, pickTag, pin, pinAll, pinWorkspace, refresh, search, toggleOffline, unpin, unpinWorkspace,
	{ id: 'cancel', run: async ({ session }) => session.cancel() },
	{ id: 'showOutput', run: async ({ output }) => output.show() },
	{ id: 'clearExplained', run: async ({ explained }) => explained.clear() },
];

/** Registers every command; `groupBy` stands with the view that it changes. A command that fails is logged, never a pop-up. */
export function registerCommands(core: Core): vscode.Disposable {
	return vscode.Disposable.from(...commands.map(({ id, run }) => vscode.commands.registerCommand(`pullcheck.${id}`,
		(argument: unknown, more: unknown) => quietly(core.output, `The command ${id} failed`, () => run(core, argument, more)))));
}
