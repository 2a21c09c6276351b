/** See chromium.mjs. */
export function chromium(): Promise<{ readonly executablePath: string; readonly env: NodeJS.ProcessEnv }>;
