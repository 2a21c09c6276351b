import { runCli } from './runCli.ts';
import { nodeStreams } from './streams.ts';

// Standard output may be a closed pipe (`pullcheck refs | head`): that is the reader's wish, not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') { process.exit(0); }
	throw error;
});

void runCli(process.argv.slice(2), nodeStreams()).then(async code => {
	process.exitCode = code;
	// What was written must be out before the end; what the HTTP client keeps warm in the background need not.
	await Promise.all([process.stdout, process.stderr].map(stream => new Promise(done => { stream.write('', done); })));
	process.exit();
});
