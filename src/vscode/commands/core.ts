import type * as vscode from 'vscode';
import type { ExplainedErrors } from '../explainedErrors.ts';
import type { InspectPanels } from '../inspectPanels.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';

/** What commands are made from. */
export interface Core {
	readonly session: Session;
	readonly output: Output;
	readonly panels: InspectPanels;
	readonly explained: ExplainedErrors;
	readonly context: vscode.ExtensionContext;
}

/** One command of one file: `id` without `pullcheck.`. What it is called with may come from anywhere, so it is `unknown`. */
export interface Command {
	readonly id: string;
	run(core: Core, argument: unknown, more?: unknown): Promise<unknown>;
}
