import type { Command, CompoundList, SyntaxNode } from 'unbash';

/** True for a command that ends what is around it. */
export function isLeaving({ name }: Command): boolean {
	return /^(?:exit|return|continue|break)$/.test(name?.text ?? '');
}

/** True for a command that only sets variables. */
export function isAssignment(node: SyntaxNode): boolean {
	return node.type === 'Command' && !node.name && node.prefix.length > 0;
}

/** The names that a command which only sets variables gives a value. */
export function assignedBy(node: SyntaxNode): readonly string[] {
	return node.type === 'Command' ? node.prefix.flatMap(item => item.type === 'Assignment' ? [item.name] : []) : [];
}

/** True for a body behind whose end nothing goes on. */
export function leaves({ commands }: CompoundList): boolean {
	const last = commands.at(-1)?.command;
	return last?.type === 'Command' && /^(?:exit|return|continue|break|die|fail|fatal|abort|usage)$/.test(last.name?.text ?? '');
}
