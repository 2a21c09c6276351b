import type { Node } from 'jsonc-parser';
import type { CommandEnvironment } from '../../model/index.ts';
import { joinedCommand } from '../shell/hosts/joinedCommand.ts';
import { CommandCollection } from '../shell/parseCommands.ts';
import type { CommandFacts } from '../shell/parseCommands.ts';
import { spanAsWritten } from '../spanAsWritten.ts';
import type { WrittenVariable } from '../spanAsWritten.ts';
import { jsonText, listOf, member, members } from './json.ts';
import type { Substituted } from './substitute.ts';
import { workspaceFolder } from './workspaceFolder.ts';

const keys = ['initializeCommand', 'onCreateCommand', 'updateContentCommand', 'postCreateCommand', 'postStartCommand', 'postAttachCommand'];

/**
 * The commands that run when a dev container is made and started, from the folder that is opened: a string is read by a shell, an array is a
 * program with its arguments, and an object holds several of either that run side by side.
 */
export function lifecycleCommands(file: string, text: string, root: Node | undefined, read: (node: Node | undefined) => Substituted | undefined): CommandFacts {
	const collection = new CommandCollection();
	const replaced: WrittenVariable[] = [];
	const setting = { file, text, host: 'devcontainer', folders: [workspaceFolder(file)], environment: environmentOf(text, root) } as const;
	const add = (node: Node | undefined): void => {
		if (node?.type === 'object') {
			for (const { value } of members(node)) { if (value?.type !== 'object') { add(value); } }
			return;
		}
		const words = listOf(node).flatMap(item => read(item) ?? []);
		for (const word of words) { replaced.push(...word.replaced); }
		const [program, ...args] = words.map(word => word.map);
		if (!program) { return; }
		if (node?.type === 'array') {
			collection.add(joinedCommand(program, args, text), { ...setting, isList: true });
		} else {
			collection.add(program, setting);
		}
	};
	for (const key of keys) { add(member(root, key)); }
	const facts = collection.facts();
	const uses = facts.uses.map(use => {
		const span = spanAsWritten(use.span, replaced);
		return { ...use, span, text: text.slice(span.start, span.end) };
	});
	return { ...facts, uses };
}

/** What `containerEnv` and `remoteEnv` give to the commands. */
function environmentOf(text: string, root: Node | undefined): readonly CommandEnvironment[] {
	return ['containerEnv', 'remoteEnv'].flatMap(key => members(member(root, key))).flatMap(({ key, value }) => {
		const known = jsonText(text, value);
		if (!known) { return []; }
		const written = known.value.text;
		return [{
			name: String(key.value),
			value: {
				span: known.span,
				text: text.slice(known.span.start, known.span.end),
				value: written,
				open: written.includes('${') ? [String(key.value)] : [],
			},
			scope: 'script',
		}];
	});
}
