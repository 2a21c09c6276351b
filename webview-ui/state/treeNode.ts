import type {
	AttestationView, ConfigurationView, DescriptorView, InspectView, KeyValue, PlatformView, ReferrersView, StatementView, StepView,
} from '../../src/protocol/inspectView.ts';

/** What a row of the manifest tree is about; the details pane reads it. */
export type TreeSubject =
	| { readonly kind: 'index'; readonly view: InspectView }
	| { readonly kind: 'platform'; readonly view: InspectView; readonly platform: PlatformView }
	| { readonly kind: 'reading'; readonly platform: PlatformView }
	| { readonly kind: 'configuration'; readonly platform: PlatformView; readonly configuration: ConfigurationView }
	| { readonly kind: 'value'; readonly label: string; readonly value: string }
	| { readonly kind: 'history'; readonly platform: PlatformView }
	| { readonly kind: 'step'; readonly view: InspectView; readonly platform: PlatformView; readonly step: StepView }
	| { readonly kind: 'emptySteps'; readonly steps: readonly StepView[] }
	| { readonly kind: 'attestations'; readonly platform: PlatformView }
	| { readonly kind: 'attestation'; readonly attestation: AttestationView }
	| { readonly kind: 'statement'; readonly attestation: AttestationView; readonly statement: StatementView }
	| { readonly kind: 'referrers'; readonly referrers: ReferrersView }
	| { readonly kind: 'others'; readonly others: readonly DescriptorView[] }
	| { readonly kind: 'descriptor'; readonly descriptor: DescriptorView }
	| { readonly kind: 'annotations'; readonly annotations: readonly KeyValue[] };

/** A row with all its texts, already safe to show; children are below it whether open or not. */
export interface TreeNode {
	/** Unique and stable over refreshes. */
	readonly id: string;
	readonly subject: TreeSubject;
	/** Codicon name. */
	readonly icon?: string;
	/** Instead of the icon: the layer's number, or an en dash. */
	readonly number?: string;
	readonly name: string;
	/** Name in the editor's font. */
	readonly mono?: boolean;
	/** Whole row pale. */
	readonly muted?: boolean;
	readonly description?: string;
	/** Description while the row is open, when shorter. */
	readonly openDescription?: string;
	/** Filled pill, `this machine`. */
	readonly badge?: string;
	/** Hollow pill, `base`. */
	readonly pill?: string;
	readonly bar?: { readonly share: number; readonly base: boolean };
	readonly size?: string;
	readonly sizeMuted?: boolean;
	readonly type?: string;
	/** Full digest, for copying; the column shows twelve digits. */
	readonly digest?: string;
	/** What a screen reader says, without state, level and position. */
	readonly spoken: string;
	/** Lower case; what the filter looks at. */
	readonly search: string;
	readonly children: readonly TreeNode[];
	/** Digests of statements to read when the row is opened. */
	readonly statements?: readonly string[];
	/** Id of the platform that must be read before there are children. */
	readonly unread?: string;
}
