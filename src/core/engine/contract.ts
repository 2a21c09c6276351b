import type { FileFacts, Finding, Place, Severity, Message, Target } from '../model/index.ts';
import type { RegistryPort } from '../registry/port.ts';

/** What the engine needs from outside. Implemented by the command line and by the extension. */
export interface EngineHost {
	/** The text of a file, byte order mark removed, `undefined` when it is not there or is no text. */
	read(file: string): Promise<string | undefined>;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** TCP probe of a loopback address; absent where no network may be used. */
	listens?(host: string, signal?: AbortSignal): Promise<boolean | undefined>;
	/** Does the container engine of this machine hold the image (`docker.io/library/app:dev`)? Absent: nobody is asked. */
	hasLocalImage?(name: string, signal?: AbortSignal): Promise<boolean>;
}

/** The settings that decide what is found; the same for editor and command line. */
export interface CheckSettings {
	readonly profile: 'default' | 'strict' | 'quiet';
	/** Per code. */
	readonly severity: Readonly<Record<string, Severity | 'off'>>;
	/** Target ids. */
	readonly targets: readonly string[];
	readonly platforms: readonly string[];
	readonly offline: boolean;
}

/** How far a check has come. */
export interface CheckProgress {
	readonly done: number;
	readonly total: number;
	/** Hosts still being asked. */
	readonly hosts: readonly string[];
}

/** What a check is given besides its files; the listeners are called while it runs. */
export interface CheckOptions {
	readonly settings: CheckSettings;
	/** Absent: offline findings only. */
	readonly registry?: RegistryPort;
	readonly signal?: AbortSignal;
	/** All findings of a file, sorted; called once for what needs no network, again when the registry's answers are in. */
	onFindings?(file: string, findings: readonly Finding[], beat: 'offline' | 'online'): void;
	onProgress?(progress: CheckProgress): void;
	/** A diagnosis threw, which is a fault of ours: told here, its findings in this file are missing and the rest goes on. Without this the check rejects. */
	onFault?(code: string, file: string, error: unknown): void;
}

/** Facts of many files, kept up to date as texts change, with build arguments flowing across files. */
export interface FactsIndex {
	/** Reads what the file needs (`.env`, includes), extracts, and links builds. `undefined` text removes the file. Returns files whose facts changed. */
	set(file: string, text: string | undefined, languageId?: string): Promise<readonly string[]>;
	get(file: string): FileFacts | undefined;
	/** Sorted by path. */
	all(): readonly FileFacts[];
	/** True when a card claims the name. */
	claims(file: string, languageId?: string): boolean;
}

/** Every known target and the evidence for those that hold for a file. */
export interface ActiveTarget {
	readonly target: Target;
	readonly reason: Message;
	readonly place?: Place;
	/** `push`: only known because the file pushes there; says nothing about who pulls its other images. */
	readonly how?: 'settings' | 'evidence' | 'push';
}
