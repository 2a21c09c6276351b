/** Codes of which one must come first, the tool that prints it, the output. */
export type RealText = readonly [codes: readonly string[], tool: string, text: string];
