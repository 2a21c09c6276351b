import * as vscode from 'vscode';
import type { Message } from '../core/model/index.ts';

/** The only place that translates: a sentence as data in the display language. Arguments are never translated. */
export function say({ text, args }: Message): string {
	return vscode.l10n.t(text, { ...args });
}

/** `say` for texts written at the call. */
export function t(text: string, args: Readonly<Record<string, string | number>> = {}): string {
	return vscode.l10n.t(text, args);
}

/** One text for exactly one thing, another with `{count}` for any other number. */
export function plural(count: number, one: string, many: string): string {
	return t(count === 1 ? one : many, { count });
}
