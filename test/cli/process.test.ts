import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { startFakeRegistry, type FakeRegistry } from '../support/fakeRegistry.ts';
import { putImage } from '../support/images/putImage.ts';
import { folderWith } from './folder.ts';

const program = resolve('dist/cli.js');
/** Full devices, names of any bytes and users of one's own choice are Linux' own. */
const onLinux = process.platform === 'linux' ? it : (): void => undefined;

interface Ended {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly out: string;
	readonly err: string;
}

/** Runs a script in which `$PULLCHECK` is the program, as another process. */
async function bash(cwd: string, script: string): Promise<Ended> {
	const child = spawn('bash', ['-c', script], { cwd, env: { PATH: process.env['PATH'], HOME: cwd, PULLCHECK: `${process.execPath} ${program}` }, stdio: ['ignore', 'pipe', 'pipe'] });
	return ended(child);
}

async function ended(child: ReturnType<typeof spawn>): Promise<Ended> {
	let out = '';
	let err = '';
	child.stdout!.setEncoding('utf8').on('data', (text: string) => { out += text; });
	child.stderr!.setEncoding('utf8').on('data', (text: string) => { err += text; });
	const [code, signal] = await once(child, 'close') as [number | null, NodeJS.Signals | null];
	return { code, signal, out, err };
}

/** Looks between turns of the event loop, which the registry in this process needs. */
async function untilAsked(registry: FakeRegistry, requests: number): Promise<void> {
	while (registry.requests.length < requests) { await new Promise(done => { setImmediate(done); }); }
}

describe('pullcheck as a process', function () {
	this.timeout(60_000);
	const wrong = 'FROM Acme/App:1\n';

	it('a reader that goes away is no failure', async () => {
		const { err, out } = await bash(folderWith({ Dockerfile: wrong.repeat(3000) }), '$PULLCHECK refs --format jsonl | head -1');
		assert.equal(err, '');
		assert.equal(out.split('\n').length, 2);
	});

	it('all of a long report comes through a slow pipe', async () => {
		const { out } = await bash(folderWith({ Dockerfile: wrong.repeat(2000) }), '$PULLCHECK check --offline --format json | (read -r first; echo "$first"; cat)');
		assert.equal((JSON.parse(out) as { findings: unknown[] }).findings.length, 2000);
	});

	onLinux('an output that cannot be written is one line and exit 2', async () => {
		const { code, err } = await bash(folderWith({ Dockerfile: wrong }), '$PULLCHECK check --offline >/dev/full');
		assert.deepEqual({ code, err }, { code: 2, err: 'pullcheck: cannot write the output (ENOSPC)\n' });
	});

	it('no standard input, output or error is no crash', async () => {
		const folder = folderWith({ Dockerfile: wrong });
		assert.equal((await bash(folder, '$PULLCHECK check --offline 2>&-')).code, 1);
		assert.doesNotMatch((await bash(folder, '$PULLCHECK check --offline >&-')).err, /\n {4}at /);
		assert.deepEqual(await bash(folder, '$PULLCHECK explain --format json <&-'), { code: 0, signal: null, out: '{\n  "matches": []\n}\n', err: '' });
	});

	it('a current folder that is gone is one line and exit 2', async () => {
		const { code, err } = await bash(folderWith({}), 'mkdir gone && cd gone && rmdir ../gone && $PULLCHECK check --offline');
		assert.equal(code, 2);
		assert.match(err, /^pullcheck: [^\n]+\n$/);
	});

	it('links in a circle, links to nowhere and pipes are passed over', async () => {
		const folder = folderWith({ 'a/Dockerfile': wrong });
		symlinkSync('..', join(folder, 'a/up'));
		symlinkSync('nowhere', join(folder, 'Dockerfile'));
		const { out, err } = await bash(folder, 'mkfifo x.Dockerfile; $PULLCHECK refs --format jsonl; $PULLCHECK refs x.Dockerfile');
		assert.equal(out.trim().split('\n').length, 1);
		assert.equal(err, 'pullcheck: x.Dockerfile: no regular file; not read\n');
	});

	onLinux('settings and ignore files that are pipes or devices do not hold it up', async () => {
		for (const name of ['.pullcheckrc.json', 'package.json', '.gitignore', '.pullcheckignore', '.git/info/exclude', 'sub/.gitignore', '.env']) {
			for (const make of ['mkfifo', 'ln -s /dev/zero', 'ln -s /proc/kmsg']) {
				const { code } = await bash(folderWith({ Dockerfile: wrong }), `mkdir -p "$(dirname ${name})"; ${make} ${name}; timeout 20 $PULLCHECK check --offline`);
				assert.ok(code === 1 || code === 2, `${make} ${name}: ${code}`);
			}
		}
	});

	onLinux('what may not be read is said: exit 2 where it was named', async () => {
		const folder = folderWith({ 'Dockerfile': wrong, 'closed/Dockerfile': wrong });
		// Root may read everything, unless it gives up the rights to.
		const user = process.getuid?.() === 0 ? 'setpriv --bounding-set=-dac_override,-dac_read_search' : '';
		chmodSync(join(folder, 'Dockerfile'), 0);
		chmodSync(join(folder, 'closed'), 0);
		assert.deepEqual(await bash(folder, `${user} $PULLCHECK check --offline Dockerfile`), { code: 2, signal: null, out: '', err: 'pullcheck: Dockerfile: cannot be read (EACCES)\n' });
		const { code, err } = await bash(folder, `${user} $PULLCHECK check --offline`);
		// Whoever is not root could not remove it else.
		chmodSync(join(folder, 'closed'), 0o700);
		assert.deepEqual({ code, err: err.trim().split('\n').sort() }, { code: 0, err: ['pullcheck: Dockerfile: cannot be read (EACCES); not read', 'pullcheck: closed: cannot be read (EACCES); not read'] });
	});

	onLinux('names that are no UTF-8 are said, not passed over in silence', async () => {
		const { err } = await bash(folderWith({}), `mkdir $'\\xff' && echo ${JSON.stringify(wrong.trim())} >$'\\xfe.Dockerfile' && $PULLCHECK check --offline`);
		assert.deepEqual(err.trim().split('\n').sort(), ['pullcheck: \ufffd.Dockerfile: its name is not UTF-8; not read', 'pullcheck: \ufffd: its name is not UTF-8; not read']);
	});

	it('names cannot write to the terminal', async () => {
		const folder = folderWith({ 'a\u001b[31m\nb.Dockerfile': wrong });
		for (const command of ['refs', 'check --offline', 'check --offline --format github', 'check no$\'\\e[31m\'such']) {
			const { out, err } = await bash(folder, `$PULLCHECK ${command}`);
			assert.ok(!(out + err).includes('\u001b') && (out + err).includes('\\u{1b}'), command);
		}
	});

	describe('and Ctrl-C', () => {
		let silent: Server;
		let host: string;
		before(done => {
			silent = createServer().listen(0, '127.0.0.1', () => { host = `127.0.0.1:${(silent.address() as AddressInfo).port}`; done(); });
		});
		after(() => { silent.close(); });

		for (const args of [['check'], ['inspect', 'HOST/a:1'], ['explain']]) {
			it(`ends ${args[0]} with 130, and prints nothing more`, async () => {
				const child = spawn(process.execPath, [program, ...args.map(word => word.replace('HOST', host))], {
					cwd: folderWith({ Dockerfile: `FROM ${host}/a:1\n` }), env: { PATH: process.env['PATH'], HOME: '/nowhere' }, stdio: ['pipe', 'pipe', 'pipe'],
				});
				const end = ended(child);
				if (args[0] === 'explain') {
					// Nothing tells from outside that it reads; its own handler is there once the input was taken.
					child.stdin.write('x\n'.repeat(200_000), () => { child.kill('SIGINT'); });
				} else {
					silent.once('connection', () => { child.kill('SIGINT'); });
				}
				assert.deepEqual(await end, { code: 130, signal: null, out: '', err: '' });
			});
		}

		for (const args of [['check', '--fix'], ['check', '--update-baseline', '--baseline', 'known.json'], ['pin']]) {
			it(`lets ${args.join(' ')} keep what it has learned, but write nothing by it`, async () => {
				const registry = await startFakeRegistry();
				putImage(registry, 'team/app', '1.0', { format: 'docker', layers: [[{ name: 'f', text: '1' }]] });
				registry.fault({ path: /\/hang/ }, { type: 'hang' });
				// Three are asked at a time: the fourth shows that the first has its answer.
				const Dockerfile = ['team/app', 'hang/a', 'hang/b', 'hang/c'].map(name => `FROM ${registry.host}/${name}:1.0\n`).join('');
				const folder = folderWith({ Dockerfile });
				const env = { PATH: process.env['PATH'], HOME: '/nowhere', XDG_CACHE_HOME: folderWith({}) };
				try {
					const child = spawn(process.execPath, [program, ...args], { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] });
					const end = ended(child);
					await untilAsked(registry, 4);
					child.kill('SIGINT');
					assert.deepEqual(await end, { code: 130, signal: null, out: '', err: '' });
					assert.deepEqual(readdirSync(folder), ['Dockerfile']);
					assert.equal(readFileSync(join(folder, 'Dockerfile'), 'utf8'), Dockerfile);
					registry.reset();
					await ended(spawn(process.execPath, [program, 'inspect', `${registry.host}/team/app:1.0`], { env, stdio: ['ignore', 'pipe', 'pipe'] }));
					assert.deepEqual(registry.requests.filter(({ url }) => url.endsWith('/manifests/1.0')), []);
				} finally {
					await registry.close();
				}
			});
		}
	});
});
