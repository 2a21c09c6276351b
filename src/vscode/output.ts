import * as vscode from 'vscode';

/** The log of the extension, in the Output panel as *Pullcheck*. Levels and timestamps are the editor's. */
export type Output = vscode.LogOutputChannel;

/** Makes the channel; one for the window. */
export function createOutput(): Output {
	return vscode.window.createOutputChannel('Pullcheck', { log: true });
}

/** Runs `work` and logs instead of throwing: nothing that goes wrong may reach the user as a pop-up. */
export async function quietly<T>(output: Output, what: string, work: () => Promise<T>): Promise<T | undefined> {
	try {
		return await work();
	} catch (error) {
		output.error(`${what}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
		return undefined;
	}
}
