import type { OperandRole } from './toolSyntax.ts';

/** A flag as a tool's table says it. */
export interface FlagSyntax {
	readonly long: string;
	readonly takes: 'value' | 'nothing' | 'boolean';
	readonly role: OperandRole;
}

const tables = new Map<string, ReadonlyMap<string, FlagSyntax>>();

/** Reads the flags of a `CommandSyntax`; keys are names without dashes, short and long. Read once for each table. */
export function flagTable(flags: string): ReadonlyMap<string, FlagSyntax> {
	const found = tables.get(flags);
	if (found) { return found; }
	const table = new Map<string, FlagSyntax>();
	for (const entry of flags.split(' ')) {
		const colon = entry.indexOf(':');
		const names = (colon === -1 ? entry : entry.slice(0, colon)).split('|');
		const role = colon === -1 ? '' : entry.slice(colon + 1);
		const syntax: FlagSyntax = {
			long: names.at(-1)!,
			takes: colon === -1 ? 'nothing' : role === '?' ? 'boolean' : 'value',
			role: role === '?' ? '' : role as OperandRole,
		};
		for (const name of names) { if (name !== '') { table.set(name, syntax); } }
	}
	tables.set(flags, table);
	return table;
}
