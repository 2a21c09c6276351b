import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from '../../../src/core/explain/explain.ts';
import { formatMessage } from '../../../src/core/util/formatMessage.ts';

const codes = (text: string): string[] => explain(text).matches.map(({ code }) => code);

describe('explain', () => {
	it('names line, reference and host', () => {
		const [match] = explain('one\ntwo\nError response from daemon: manifest for quay.io/acme/app:1 not found: manifest unknown: manifest unknown').matches;
		assert.equal(match?.code, 'tag-not-found');
		assert.equal(match.line, 3);
		assert.equal(match.reference, 'quay.io/acme/app:1');
		assert.equal(match.host, 'quay.io');
	});

	it('takes the reference from the address when the text has none', () => {
		const [match] = explain('Error response from daemon: Head "https://registry-1.docker.io/v2/acme/app/manifests/1.0": unauthorized: incorrect username or password').matches;
		assert.equal(match?.reference, 'docker.io/acme/app:1.0');
	});

	it('takes no name from what is no name in an address or a sentence', () => {
		const references = (text: string): (string | undefined)[] => explain(text).matches.map(({ reference }) => reference);
		assert.deepEqual(references('Error: GET https://reg.example/v2/acme/web/tags/list?n=1000: NAME_UNKNOWN: repository name not known to registry'), ['reg.example/acme/web']);
		assert.deepEqual(references('Error parsing manifest for image: unsupported manifest media type and no default available: text/html'), [undefined]);
		assert.deepEqual(
			references('checking push permission for "reg.example/team/web:1": POST https://reg.example/v2/team/web/blobs/uploads/: UNAUTHORIZED: authentication required'),
			['reg.example/team/web:1'],
		);
		assert.deepEqual(references(String.raw`E0102 03:04:05.678901 1234 pod_workers.go:965] "Error" err="with ErrImagePull: \"failed to pull image \\\"reg.example/web:1\\\": reg.example/web:1: not found\""`), ['reg.example/web:1']);
	});

	it('takes the name from the address of a token, of an upload and of a check for a layer', () => {
		const reference = (text: string): string | undefined => explain(text).matches[0]?.reference;
		const asked = 'failed to authorize: failed to fetch anonymous token: unexpected status from GET request to';
		assert.equal(reference(`${asked} https://ghcr.io/token?scope=repository%3Aacme%2Fcharts%2Fweb%3Apull&service=ghcr.io: 403 Forbidden`), 'ghcr.io/acme/charts/web');
		assert.equal(reference(`${asked} https://auth.docker.io/token?scope=repository%3Aacme%2Fweb%3Apull&service=registry.docker.io: 401 Unauthorized`), 'docker.io/acme/web');
		assert.equal(reference(`${asked} https://gitlab.example/jwt/auth?scope=repository%3Aacme%2Fweb%3Apull&service=container_registry: 403 Forbidden`), undefined);
		assert.equal(reference('Error: writing blob: initiating layer upload to /v2/acme/web/blobs/uploads/ in ghcr.io: denied'), 'ghcr.io/acme/web');
		assert.equal(reference('Error: trying to reuse blob sha256:aa at destination: checking whether a blob sha256:aa exists in quay.io/acme/web: unauthorized: access to the requested resource is not authorized'), 'quay.io/acme/web');
	});

	it('begins a sentence with a capital where the output names nothing', () => {
		const said = (text: string): string[] => explain(text).matches.map(({ message }) => formatMessage(message));
		assert.deepEqual(said('toomanyrequests: You have reached your pull rate limit'), ['The registry limits pulls; the limit is reached.']);
		assert.deepEqual(said('Error response from daemon: Get "https://ghcr.io/v2/": denied: denied'), ['The registry rejected the saved login.']);
	});

	it('takes the reference from the lines before', () => {
		const [match] = explain('1: Pulling from acme/arm\nno matching manifest for linux/amd64 in the manifest list entries').matches;
		assert.equal(match?.code, 'platform-missing');
		assert.equal(match.reference, 'acme/arm:1');
		assert.equal(match.details['platform'], 'linux/amd64');
	});

	it('puts the most specific cause first, whatever the order of the lines', () => {
		assert.deepEqual(codes('Back-off pulling image "a.example/x:1"\nFailed to pull image "a.example/x:1": manifest for a.example/x:1 not found: manifest unknown'), ['tag-not-found', 'kubelet-pull-backoff']);
	});

	it('counts what is said again instead of listing it', () => {
		const { matches } = explain('toomanyrequests: slow down\n'.repeat(50));
		assert.equal(matches.length, 1);
		assert.equal(matches[0]?.count, 50);
	});

	it('reads lines that a terminal broke inside a word', () => {
		assert.deepEqual(codes('Error response from daemon: missing sig\nnature key'), ['oci-unsupported-by-target']);
	});

	it('reads BuildKit, Compose and GitHub lines with their prefixes, colours and carriage returns', () => {
		const text = 'no match for platform in manifest sha256:254abe4c: not found';
		for (const line of [`#12 0.345 ${text}`, `web-1  | ${text}`, `2026-01-02T03:04:05.1234567Z ${text}`, `\u001b[31m${text}\u001b[0m`, `pulling 3%\r${text}\r`]) {
			assert.deepEqual(codes(line), ['platform-missing'], JSON.stringify(line));
		}
	});

	it('joins no lines of output that is longer than a terminal shows', () => {
		const broken = 'Error response from daemon: missing sig\nnature key';
		assert.deepEqual(codes(`${'x\n'.repeat(500)}${broken}`), []);
		assert.deepEqual(codes(`${'x\n'.repeat(500)}${broken.replace('\n', '')}`), ['oci-unsupported-by-target']);
	});

	it('keeps what progress bars drew over', () => {
		const { matches } = explain('first\npulling 3%\rError response from daemon: missing signature key\rpulling 4%\r');
		assert.deepEqual(matches.map(({ code, line }) => `${line} ${code}`), ['2 oci-unsupported-by-target']);
	});

	it('shows and keeps no secret', () => {
		const { matches } = explain('docker login -u ci -p hunter2secret https://ci:hunter2secret@quay.io/v2/: unauthorized: incorrect username or password token=hunter2secret');
		assert.equal(matches.length, 1);
		assert.ok(!JSON.stringify(matches).includes('hunter2secret'), JSON.stringify(matches));
	});

	it('does not take the next sentence of an error for a secret', () => {
		const { matches } = explain('failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token: 403 Forbidden');
		assert.match(matches[0]?.text ?? '', /anonymous token: unexpected status from GET/);
		assert.ok(!explain('manifest unknown: manifest unknown token: unexpectedly-long-secret').matches[0]?.text.includes('unexpectedly'));
	});

	it('gives a cluster that was refused the commands for its pull secret', () => {
		const commands = (text: string): readonly string[] | undefined => explain(text).matches[0]?.remedies.map(remedy => remedy.text);
		assert.deepEqual(commands('Failed to pull image "docker.io/acme/secret:1": rpc error: code = Unknown desc = unauthorized: authentication required'), [
			'docker login docker.io',
			'oc create secret docker-registry NAME --docker-server=docker.io --docker-username=USER --docker-password=PASSWORD',
			'oc secrets link default NAME --for=pull',
		]);
		assert.deepEqual(commands('Error response from daemon: unauthorized: authentication required'), ['docker login HOST']);
	});

	it('puts nothing into a command that a shell could run', () => {
		const { matches } = explain('Error response from daemon: pull access denied for $(touch${IFS}x)`id`;x, repository does not exist or may require \'docker login\'');
		assert.equal(matches[0]?.code, 'repository-missing-or-private');
		assert.ok(matches[0].remedies.every(({ text }) => !/[$`;]/.test(text)), JSON.stringify(matches[0].remedies));
	});

	for (const innocent of [
		'npm error 401 Unauthorized - GET https://registry.npmjs.org/left-pad',
		'FATAL: password authentication failed for user "app"',
		'psycopg2.OperationalError: connection to server at "db" (10.0.0.3), port 5432 failed: Connection refused',
		'remote: HTTP Basic: Access denied\nfatal: Authentication failed for \'https://gitlab.example/acme/app.git/\'',
		'fatal: unable to access \'https://github.com/a/b.git/\': SSL certificate problem: self-signed certificate',
		'Manifest merger failed : uses-sdk:minSdkVersion 16 cannot be smaller than version 21',
		'error: could not find `Cargo.toml` in `/src`',
		'webpack: manifest.json written, 3 chunks',
		'bash: ./run.sh: Permission denied',
		'requests.exceptions.HTTPError: 429 Client Error: Too Many Requests for url: https://api.example/v1',
		'curl: (60) SSL certificate problem: unable to get local issuer certificate',
		'[INFO] Downloading from central: https://repo.example/maven2/org/x/maven-metadata.xml',
		'time="2026-01-01" level=info msg="pulling image docker.io/library/alpine:3.20"',
		'digest: sha256:1111111111111111111111111111111111111111111111111111111111111111 size: 1234',
		'#5 [internal] load metadata for docker.io/library/alpine:3.20',
		'',
	]) {
		it(`says nothing of: ${innocent.slice(0, 60)}`, () => {
			assert.deepEqual(codes(innocent), []);
		});
	}

	it('agrees with the corpus, where it is beside the checkout', function () {
		const file = join(import.meta.dirname, '../../../../shared/corpus/errors.ndjson');
		if (!existsSync(file)) {
			assert.deepEqual(codes('Error response from daemon: missing signature key'), ['oci-unsupported-by-target']);
			return;
		}
		const wrong = readFileSync(file, 'utf8').split('\n').filter(line => line !== '').filter(line => {
			const { text, expect } = JSON.parse(line) as { text: string; expect: string[] };
			const [first] = codes(text);
			return expect.length === 0 ? first !== undefined : first === undefined || !expect.includes(first);
		});
		assert.deepEqual(wrong, []);
	});
});
