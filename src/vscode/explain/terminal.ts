import * as vscode from 'vscode';

/** Commands whose output is worth reading. */
const tools = /(?:^|[\s;&|(/])(?:docker|podman|buildah|skopeo|nerdctl|ctr|crictl|oc|kubectl|helm|crane|oras|regctl|devcontainer|make|docker-compose)\b/;
/** Most characters of output that are kept: the end, where errors are. */
const most = 200_000;

/** Calls `failed` with the output of commands of container tools that end with an error. Needs the terminal's shell integration; without it nothing happens. */
export function watchTerminals(wanted: () => boolean, failed: (command: string, output: string) => void): vscode.Disposable {
	const outputs = new Map<vscode.TerminalShellExecution, Promise<string>>();
	return vscode.Disposable.from(
		vscode.window.onDidStartTerminalShellExecution(({ execution }) => {
			if (wanted() && tools.test(execution.commandLine.value)) { outputs.set(execution, read(execution)); }
		}),
		vscode.window.onDidEndTerminalShellExecution(({ execution, exitCode }) => {
			const output = outputs.get(execution);
			outputs.delete(execution);
			if (output && exitCode !== undefined && exitCode !== 0) {
				void output.then(text => { failed(execution.commandLine.value, text); });
			}
		}));
}

async function read(execution: vscode.TerminalShellExecution): Promise<string> {
	let text = '';
	for await (const data of execution.read()) {
		text = (text + data).slice(-most);
	}
	return text;
}
