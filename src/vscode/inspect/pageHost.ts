import type * as vscode from 'vscode';
import type { FromWebview } from '../../protocol/fromWebview.ts';
import type { PanelState } from '../../protocol/panelState.ts';
import type { ToWebview } from '../../protocol/toWebview.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import type { RawDocuments } from './rawDocuments.ts';

/** What a page (image, comparison, explanation) may use of its panel. */
export interface PageHost {
	readonly session: Session;
	readonly output: Output;
	readonly raw: RawDocuments;
	/** Aborted when the panel is closed. */
	readonly signal: AbortSignal;
	post(message: ToWebview): void;
	title(text: string): void;
	/** Shows another page in the same panel. */
	compare(a: Required<PanelState>['a'], b: Required<PanelState>['b']): void;
}

/** One thing that a panel shows. */
export interface Page extends Partial<vscode.Disposable> {
	/** Same key, same panel. */
	readonly key: string;
	/** What it takes to show it again after a reload. */
	readonly state: PanelState;
	start(): Promise<void>;
	receive(message: FromWebview): Promise<void>;
}
