import type * as vscode from 'vscode';
import type { RegistryPort } from '../../core/registry/port.ts';
import { loadRegistry } from '../lazy/load.ts';
import type { Output } from '../output.ts';
import type { Settings } from '../settings.ts';
import { registryOptions } from './registryOptions.ts';

/** The registry client of this window: made on first need, made anew when a setting of it changes, never made in an untrusted workspace. */
export class RegistryHandle {
	readonly #context: vscode.ExtensionContext;
	readonly #output: Output;
	#port: RegistryPort | undefined;
	#making: Promise<RegistryPort> | undefined;
	#madeFor = '';

	constructor(context: vscode.ExtensionContext, output: Output) {
		this.#context = context;
		this.#output = output;
	}

	/** What is already known can be read from it without waiting; `undefined` before anything was asked. */
	get current(): RegistryPort | undefined {
		return this.#port;
	}

	/** `undefined` where nobody may be asked. */
	async get(settings: Settings): Promise<RegistryPort | undefined> {
		if (settings.check.offline) { return undefined; }
		const madeFor = JSON.stringify(settings.registry);
		if (this.#making && this.#madeFor !== madeFor) { await this.drop(); }
		this.#madeFor = madeFor;
		this.#making ??= this.#make(settings);
		return this.#making;
	}

	/** Closes connections; the next `get` makes another. */
	async drop(): Promise<void> {
		const making = this.#making;
		this.#making = undefined;
		this.#port = undefined;
		await (await making)?.dispose();
	}

	async #make(settings: Settings): Promise<RegistryPort> {
		const { createRegistry } = await loadRegistry();
		const port = createRegistry(registryOptions(settings, this.#context, this.#output));
		this.#port = port;
		return port;
	}
}
