/** The tools whose output looks alike. */
export type Family = 'docker' | 'buildkit' | 'containers' | 'kube' | 'any' | 'whole';

/** Codes of which one must come first, the tools that print it, the message as such. */
export type BareText = readonly [codes: readonly string[], family: Family, text: string];
