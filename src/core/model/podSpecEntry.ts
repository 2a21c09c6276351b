/** The value of a `podSpec` entry: what an edit of pull secrets needs. */
export interface PodSpecEntry {
	/** Of the object that holds it: `Deployment`. */
	readonly kind: string;
	readonly name: string | undefined;
	/** Dotted path of the spec in its object: `spec.template.spec`. */
	readonly path: string;
	/** Names in `imagePullSecrets`; empty when there are none. */
	readonly pullSecrets: readonly string[];
	readonly serviceAccount: string | undefined;
	/** Where `imagePullSecrets:` lines go (start of a line) when the spec has none, and the indentation of its keys. */
	readonly insertion?: { readonly offset: number; readonly indent: string; readonly eol: string };
	/** The same for a spec in braces: in front of a key, which is in quotes or not, and what stands between two of them. */
	readonly flowInsertion?: { readonly offset: number; readonly quote: '"' | ''; readonly separator: string };
}
