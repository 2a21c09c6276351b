// One run of `pullcheck check` with what most runs need (what more there is to read makes every start slower), so that V8's compiled code is kept beside dist/cli-main.js
// (see src/cli/runCompiled.ts) and already the next run starts fast. Where it fails nothing is lost.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * @param {string} cli path of cli.js
 */
export async function warmUp(cli) {
	readdirSync(dirname(cli)).filter(name => name.startsWith('cli-main.js.') && name.endsWith('.bin')).forEach(name => rmSync(join(dirname(cli), name)));
	const folder = mkdtempSync(join(tmpdir(), 'pullcheck-build-'));
	const registry = createServer(answer).listen(0, '127.0.0.1');
	try {
		await new Promise(done => { registry.once('listening', done); });
		const host = `127.0.0.1:${registry.address().port}`;
		writeFileSync(join(folder, 'Dockerfile'), `ARG TAG=1.0\nFROM --platform=$BUILDPLATFORM ${host}/app:\${TAG} AS base\nRUN make\nFROM ${host}/app:missing\nCOPY --from=base /a /b\n`);
		writeFileSync(join(folder, 'compose.yaml'), `services:\n  app:\n    image: ${host}/app:1.0\n    build: .\n`);
		const env = { ...process.env, HOME: folder, DOCKER_CONFIG: folder, XDG_CACHE_HOME: folder };
		await promisify(execFile)(process.execPath, [cli, 'check', folder, '--fail-on', 'never'], { env, timeout: 20_000 });
	} catch {
		// The first real run does it.
	} finally {
		registry.closeAllConnections();
		registry.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

const config = JSON.stringify({ architecture: 'amd64', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: [] }, history: [] });
const manifest = JSON.stringify({
	schemaVersion: 2, mediaType: 'application/vnd.oci.image.manifest.v1+json', layers: [],
	config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digestOf(config), size: config.length },
});

function answer({ url = '' }, response) {
	const found = url.endsWith('/manifests/1.0') || url.endsWith(digestOf(manifest)) ? manifest : url.endsWith(digestOf(config)) ? config : undefined;
	if (found === undefined) {
		response.writeHead(404, { 'content-type': 'application/json' }).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}');
		return;
	}
	response.writeHead(200, { 'content-type': found === manifest ? 'application/vnd.oci.image.manifest.v1+json' : 'application/octet-stream', 'docker-content-digest': digestOf(found) }).end(found);
}

function digestOf(text) {
	return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
