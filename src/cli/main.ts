import { runCli } from './runCli.ts';
import { nodeStreams } from './streams.ts';

// Standard output may be a closed pipe (`pullcheck refs | head`): that is the reader's wish, not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') { process.exit(0); }
	process.stderr.write(`pullcheck: cannot write the output (${error.code ?? error.message})\n`);
	process.exit(2);
});

void run().then(async code => {
	process.exitCode = code;
	// What was written must be out before the end; what the HTTP client keeps warm in the background need not.
	await Promise.all([process.stdout, process.stderr].map(stream => new Promise(done => { stream.write('', done); })));
	process.exit();
});

async function run(): Promise<number> {
	try {
		return await runCli(process.argv.slice(2), nodeStreams());
	} catch (error) {
		// The current folder may have been removed.
		process.stderr.write(`pullcheck: ${(error as Error).message}\n`);
		return 2;
	}
}
