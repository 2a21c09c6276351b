import { execFile } from 'node:child_process';
import { foundByName } from '../../core/registry/credentials/foundByName.ts';

/** Container engines that can be asked for their images. */
export type LocalEngine = 'docker' | 'podman';

const limitMs = 5000;
const keptMs = 30_000;

/**
 * Asks a container engine whether it holds an image; an engine that is not there or does not answer in time holds none.
 * Answers are kept for half a minute. Run without a shell; never call it in an untrusted workspace.
 */
export function createLocalImages(run: typeof execFile = execFile): (engine: LocalEngine, name: string, signal?: AbortSignal) => Promise<boolean> {
	const kept = new Map<string, { readonly at: number; readonly answer: Promise<boolean> }>();
	return (engine, name, signal) => {
		const key = `${engine} ${name}`;
		const known = kept.get(key);
		if (known && Date.now() - known.at < keptMs) { return known.answer; }
		const answer = new Promise<boolean>(resolve => {
			run(engine, ['image', 'inspect', '--format', '{{.Id}}', name], {
				...foundByName(),
				timeout: limitMs,
				windowsHide: true,
				...signal && { signal },
			}, error => {
				if (signal?.aborted) { kept.delete(key); }
				resolve(error === null);
			});
		});
		kept.set(key, { at: Date.now(), answer });
		return answer;
	};
}
