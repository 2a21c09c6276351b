import * as vscode from 'vscode';
import type { CheckSettings } from '../core/engine/contract.ts';
import type { Severity } from '../core/model/index.ts';

/** Everything under `pullcheck.` as it holds now. */
export interface Settings {
	readonly enable: boolean;
	readonly check: CheckSettings;
	readonly scope: 'openFiles' | 'workspace';
	readonly exclude: readonly string[];
	readonly engine: 'none' | 'docker' | 'podman';
	readonly registry: {
		readonly allowHosts: readonly string[];
		readonly denyHosts: readonly string[];
		readonly insecureHosts: readonly string[];
		readonly credentials: readonly ('vscode' | 'docker' | 'containers')[];
		/** Milliseconds. */
		readonly timeout: number;
		/** Seconds. */
		readonly tagMaxAge: number;
	};
	readonly inlayHints: boolean;
	readonly codeLens: boolean;
	readonly completionLimit: number;
	readonly readSizes: 'auto' | 'always' | 'never';
	/** Megabytes. */
	readonly maxLayerDownload: number;
	readonly explainTerminal: 'view' | 'off';
}

/** Reads the settings. In an untrusted workspace nothing may be asked, whatever they say. */
export function readSettings(): Settings {
	const section = vscode.workspace.getConfiguration('pullcheck', null);
	const get = <T>(id: string, otherwise: T): T => section.get<T>(id) ?? otherwise;
	return {
		enable: get('enable', true),
		check: {
			profile: get<CheckSettings['profile']>('profile', 'default'),
			severity: get<Record<string, Severity | 'off'>>('severity', {}),
			targets: get<string[]>('targets', []),
			platforms: get<string[]>('platforms', []),
			offline: get('offline', false) || !vscode.workspace.isTrusted,
		},
		scope: get<Settings['scope']>('scope', 'workspace'),
		exclude: get<string[]>('exclude', []),
		engine: get<Settings['engine']>('engine', 'none'),
		registry: {
			allowHosts: get<string[]>('registry.allowHosts', []),
			denyHosts: get<string[]>('registry.denyHosts', []),
			insecureHosts: get<string[]>('registry.insecureHosts', []),
			credentials: get<Settings['registry']['credentials']>('registry.credentials', ['vscode', 'docker', 'containers']),
			timeout: get('registry.timeout', 5000),
			tagMaxAge: get('registry.tagMaxAge', 300),
		},
		inlayHints: get('inlayHints.enable', false),
		codeLens: get('codeLens.enable', false),
		completionLimit: get('completion.limit', 100),
		readSizes: get<Settings['readSizes']>('inspect.readSizes', 'auto'),
		maxLayerDownload: get('inspect.maxLayerDownload', 512),
		explainTerminal: get<Settings['explainTerminal']>('explain.terminal', 'view'),
	};
}
