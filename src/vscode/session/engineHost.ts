import * as vscode from 'vscode';
import type { EngineHost } from '../../core/engine/contract.ts';
import { readSettings } from '../settings.ts';
import { listens } from '../../core/registry/transport/listens.ts';
import { isTooLong } from './isTooLong.ts';
import { createLocalImages } from './localImages.ts';
import { readText } from './readText.ts';

/**
 * Lets the engine read what the editor shows, unsaved changes included, and the disk (or the virtual file system) for the rest; `onRead`
 * hears of each text.
 */
export function createEngineHost(onRead: (file: string, text: string | undefined) => void = () => undefined): EngineHost {
	const localImages = createLocalImages();
	return {
		async read(file) {
			const whole = await readText(file);
			const text = isTooLong(whole) ? undefined : whole;
			onRead(file, text);
			return text;
		},
		listens,
		hasLocalImage: async (name, signal) => {
			const { engine } = readSettings();
			return engine !== 'none' && vscode.workspace.isTrusted && await localImages(engine, name, signal);
		},
		// What a build started from here would see. In an untrusted workspace texts alone decide.
		get environment() { return vscode.workspace.isTrusted ? process.env : {}; },
	};
}
