import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diagnoses } from '../src/core/diagnoses/index.ts';
import type { BenchResult } from './run.ts';

const innocent = [
	'#12 0.345 Get:1 http://deb.debian.org/debian bookworm/main amd64 libc6 amd64 2.36 [2757 kB]',
	'2026-01-02T03:04:05.678Z [INFO] request finished status=200 duration=12ms path=/api/orders',
	'web-1  | 172.18.0.1 - - [02/Jan/2026:03:04:05 +0000] "GET /index.html HTTP/1.1" 200 612',
	'src/app/main.ts(12,5): warning: variable "manifest" is never used',
	'\u001b[32mPASS\u001b[0m test/registry.test.ts (5.1 s)',
];

/** Explains a log of 100 MB (or as many as given) as a whole process, beside a process that only reads its lines. */
export function bench([megabytes = '100']: readonly string[]): BenchResult {
	const folder = mkdtempSync(join(tmpdir(), 'pullcheck-bench-'));
	const log = join(folder, 'build.log');
	writeLog(log, Number(megabytes) * 1e6);
	const reader = 'const r=require("readline").createInterface({input:require("fs").createReadStream(process.argv[1]),crlfDelay:Infinity});let n=0;r.on("line",()=>n++);r.on("close",()=>console.log(n))';
	const ours: number[] = [];
	const peer: number[] = [];
	let memory = 0;
	for (let run = 0; run < 3; run += 1) {
		const own = timed(['dist/cli.js', 'explain', log, '--format', 'json', '--no-workspace']);
		ours.push(own.seconds);
		memory = Math.max(memory, own.megabytes);
		peer.push(timed(['-e', reader, log]).seconds);
	}
	rmSync(folder, { recursive: true });
	return {
		megabytes: Number(megabytes),
		secondsMedian: median(ours), secondsSpread: `${Math.min(...ours)} to ${Math.max(...ours)}`,
		readOnlySecondsMedian: median(peer),
		ratioToReadingLines: Number((median(ours) / median(peer)).toFixed(2)),
		peakMemoryMegabytes: memory,
	};
}

function writeLog(file: string, size: number): void {
	const examples = diagnoses.flatMap(({ symptoms }) => (symptoms ?? []).map(({ example }) => example));
	let block = '';
	for (let line = 0; block.length < 1e6; line += 1) {
		block += `${line % 1000 === 999 ? examples[(line / 1000 | 0) % examples.length] ?? '' : innocent[line % innocent.length] ?? ''}\n`;
	}
	const out = openSync(file, 'w');
	for (let written = 0; written < size; written += block.length) { writeSync(out, block); }
	closeSync(out);
}

function timed(args: readonly string[]): { readonly seconds: number; readonly megabytes: number } {
	const begun = process.hrtime.bigint();
	// The child says its own peak: resource usage of a finished child is not to be had in Node.
	const preload = 'data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS))';
	const { status, stderr } = spawnSync(process.execPath, ['--import', preload, ...args], { encoding: 'utf8', maxBuffer: 1e8 });
	if (status !== 0) { throw new Error(`the run failed: ${stderr}`); }
	return {
		seconds: Number((Number(process.hrtime.bigint() - begun) / 1e9).toFixed(2)),
		megabytes: Math.round(Number(/peak (\d+)/.exec(stderr)?.[1] ?? 0) / 1024),
	};
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
