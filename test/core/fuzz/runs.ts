import assert from 'node:assert/strict';
import fc from 'fast-check';

const wanted = process.env['FUZZ_RUNS'];

/** Printed in the tests' titles. The short run is the same each time, the long one a new one unless `FUZZ_SEED=…` repeats it. */
export const seed = Number(process.env['FUZZ_SEED'] ?? (wanted === undefined ? 20_260_101 : Date.now() % 0x7fff_ffff));

/** fast-check's settings: `usual` runs in `npm test`, FUZZ_RUNS of them in `npm run fuzz`. */
export function settings(usual: number): { readonly seed: number; readonly numRuns: number } {
	return { seed, numRuns: wanted === undefined ? usual : Number(wanted) };
}

/** Milliseconds a test may take: none with FUZZ_RUNS. */
export const patience = wanted === undefined ? 60_000 : 0;

/** A property over one text, which must hold for it within a second of this process' own time. */
export function holds<T extends readonly unknown[]>(arbitraries: { [Index in keyof T]: fc.Arbitrary<T[Index]> }, usual: number, predicate: (...values: T) => void): void {
	fc.assert(fc.property(fc.tuple(...arbitraries) as unknown as fc.Arbitrary<T>, values => { inTime(() => predicate(...values)); }), settings(usual));
}

/** The same for what takes turns. */
export async function holdsAsync<T extends readonly unknown[]>(arbitraries: { [Index in keyof T]: fc.Arbitrary<T[Index]> }, usual: number, predicate: (...values: T) => Promise<void>): Promise<void> {
	await fc.assert(fc.asyncProperty(fc.tuple(...arbitraries) as unknown as fc.Arbitrary<T>, async values => {
		const started = process.cpuUsage();
		await predicate(...values);
		assertQuick(started);
	}), settings(usual));
}

function inTime(work: () => void): void {
	const started = process.cpuUsage();
	work();
	assertQuick(started);
}

function assertQuick(started: NodeJS.CpuUsage): void {
	const { user, system } = process.cpuUsage(started);
	assert.ok(user + system < 1_000_000, `took ${(user + system) / 1000} ms of processor time`);
}
