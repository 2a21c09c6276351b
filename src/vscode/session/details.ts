import * as vscode from 'vscode';
import type { ImageTree, Reference } from '../../core/model/index.ts';
import type { RegistryPort } from '../../core/registry/port.ts';
import { machinePlatform } from '../format/platform.ts';
import type { Settings } from '../settings.ts';

/** Platforms whose sizes a hover shows first. */
const usual = ['linux/amd64', 'linux/arm64', 'linux/arm64/v8', 'linux/arm/v7'];

/** Sizes, platforms and dates of images, read in the background where that is free. */
export class Details implements vscode.Disposable {
	readonly #trees = new Map<string, ImageTree>();
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.#changed.event;

	get(reference: Reference): ImageTree | undefined {
		return this.#trees.get(reference.canonical);
	}

	set(reference: Reference, tree: ImageTree): void {
		this.#trees.set(reference.canonical, tree);
		this.#changed.fire();
	}

	forget(reference?: Reference): void {
		if (reference) { this.#trees.delete(reference.canonical); } else { this.#trees.clear(); }
	}

	/** Reads what is not known yet, a few at a time. */
	async read(references: readonly Reference[], registry: RegistryPort, settings: Settings): Promise<void> {
		const queue = [...new Map(references.map(reference => [reference.canonical, reference])).values()]
			.filter(reference => !this.#trees.has(reference.canonical) && mayRead(reference, settings));
		const platforms = [...new Set([machinePlatform(), ...usual])];
		const worker = async (): Promise<void> => {
			for (let reference = queue.shift(); reference; reference = queue.shift()) {
				const answer = await registry.inspect(reference, { platforms, referrers: false });
				if ('known' in answer && answer.known) { this.set(reference, answer.value); }
			}
		};
		await Promise.all([worker(), worker(), worker()]);
	}

	dispose(): void {
		this.#changed.dispose();
	}
}

/** Docker Hub counts each manifest that is read as a pull, so there only the existence is asked unless wanted. */
export function mayRead({ domain }: Reference, { readSizes }: Settings): boolean {
	return readSizes === 'always' || readSizes === 'auto' && domain !== 'docker.io';
}
