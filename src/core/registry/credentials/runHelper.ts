import { foundByName } from './foundByName.ts';

/** What a credential helper said. */
export type HelperResult =
	| { readonly type: 'output'; readonly text: string }
	| { readonly type: 'missing' }
	/** Left with an error; `text` is what it printed. */
	| { readonly type: 'failed'; readonly text: string };

/** Runs `<program> get` with one line of input. */
export type RunHelper = (program: string, input: string) => Promise<HelperResult>;

/** The real thing: no shell, no program of the current folder, five seconds, little output. `program` has been checked by the caller. */
export const runHelperProcess: RunHelper = async (program, input) => {
	const { execFile } = await import('node:child_process');
	return new Promise(resolve => {
		const child = execFile(program, ['get'], {
			...foundByName(),
			timeout: 5000,
			maxBuffer: 256 * 1024,
			windowsHide: true,
			killSignal: 'SIGKILL',
		}, (error, stdout, stderr) => {
			if (!error) { resolve({ type: 'output', text: stdout }); return; }
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') { resolve({ type: 'missing' }); return; }
			resolve({ type: 'failed', text: error.killed ? 'no answer within 5 seconds' : `${stdout}\n${stderr}` });
		});
		child.on('error', () => undefined);
		child.stdin?.on('error', () => undefined).end(`${input}\n`);
	});
};
