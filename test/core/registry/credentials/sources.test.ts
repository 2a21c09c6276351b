import assert from 'node:assert/strict';
import { containersSource } from '../../../../src/core/registry/credentials/containersSource.ts';
import type { CredentialAnswer } from '../../../../src/core/registry/credentials/credentialSource.ts';
import { dockerSource } from '../../../../src/core/registry/credentials/dockerSource.ts';
import type { RunHelper } from '../../../../src/core/registry/credentials/runHelper.ts';
import { files } from '../testRegistry.ts';

const auth = (user: string): { auth: string } => ({ auth: Buffer.from(`${user}:pw-of-${user}`).toString('base64') });
const noHelper: RunHelper = () => Promise.resolve({ type: 'missing' });

function docker(config: unknown, environment: Record<string, string> = {}, run: RunHelper | false = noHelper) {
	const text = typeof config === 'string' ? config : JSON.stringify(config);
	return dockerSource({ files: files({ '/home/a/.docker/config.json': text, '/other/config.json': JSON.stringify({ auths: { 'reg.example': auth('other') } }) }), environment, homeFolder: '/home/a', run });
}
function containers(contents: Record<string, unknown>, environment: Record<string, string> = {}) {
	const texts = Object.fromEntries(Object.entries(contents).map(([path, value]) => [path, JSON.stringify(value)]));
	return containersSource({ files: files(texts), environment, homeFolder: '/home/a', run: noHelper, platform: 'linux', uid: 1000 });
}
const user = ({ login }: CredentialAnswer): string | undefined => login?.type === 'password' ? login.username : login?.type;

describe('a login in Docker\'s files', () => {
	it('is found by host, by host with a scheme and path, and for Docker Hub under its old key', async () => {
		const source = docker({ auths: { 'reg.example': auth('a'), 'https://two.example/v1/': auth('b'), 'https://index.docker.io/v1/': auth('hub'), 'reg.example:5000': auth('c') } });
		assert.equal(user(await source.find('reg.example', 'x')), 'a');
		assert.equal(user(await source.find('two.example', 'x')), 'b');
		assert.equal(user(await source.find('docker.io', 'library/node')), 'hub');
		assert.equal(user(await source.find('reg.example:5000', 'x')), 'c');
		assert.equal(user(await source.find('reg.example:5001', 'x')), undefined);
	});
	it('under docker.io is not Docker\'s, and none is for a part of a registry', async () => {
		assert.equal(user(await docker({ auths: { 'docker.io': auth('a') } }).find('docker.io', 'library/node')), undefined);
	});
	it('may come from DOCKER_CONFIG or DOCKER_AUTH_CONFIG', async () => {
		assert.equal(user(await docker({}, { DOCKER_CONFIG: '/other' }).find('reg.example', 'x')), 'other');
		const inline = docker({ auths: { 'reg.example': auth('file') } }, { DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { 'reg.example': auth('inline') } }) });
		assert.equal(user(await inline.find('reg.example', 'x')), 'inline');
		assert.equal((await inline.find('reg.example', 'x')).login?.source, 'DOCKER_AUTH_CONFIG');
	});
	it('may be an identity token', async () => {
		const { login } = await docker({ auths: { 'reg.example': { ...auth('x'), identitytoken: 'the-token' } } }).find('reg.example', 'x');
		assert.deepEqual(login, { type: 'identity', token: 'the-token', username: 'x', source: '~/.docker/config.json' });
	});
	it('keeps colons and odd characters of a password', async () => {
		const { login } = await docker({ auths: { 'reg.example': { auth: Buffer.from('ü:a:b ☃').toString('base64') } } }).find('reg.example', 'x');
		assert.deepEqual(login, { type: 'password', username: 'ü', password: 'a:b ☃', source: '~/.docker/config.json' });
	});
	it('comes from the helper of the host before the general one, which is asked for the host', async () => {
		const asked: string[] = [];
		const run: RunHelper = (program, input) => { asked.push(`${program} ${input}`); return Promise.resolve({ type: 'output', text: '{"Username":"u","Secret":"s"}' }); };
		const config = { credsStore: 'desktop', credHelpers: { 'reg.example': 'ecr-login' }, auths: { 'reg.example': {} } };
		assert.equal(user(await docker(config, {}, run).find('reg.example', 'x')), 'u');
		assert.equal((await docker(config, {}, run).find('docker.io', 'x')).login?.source, '~/.docker/config.json (docker-credential-desktop)');
		assert.deepEqual(asked, ['docker-credential-ecr-login reg.example', 'docker-credential-desktop https://index.docker.io/v1/']);
	});
	it('in DOCKER_AUTH_CONFIG counts when entries hold auth and nothing else, as Docker takes it', async () => {
		const inline = (value: object): Promise<CredentialAnswer> => docker({}, { DOCKER_AUTH_CONFIG: JSON.stringify(value) }).find('reg.example', 'x');
		assert.equal(user(await inline({ auths: { 'reg.example': auth('one'), 'b.example': auth('two') } })), 'one');
		for (const more of [{ auths: { 'reg.example': { ...auth('one'), email: 'x' } } }, { auths: { 'reg.example': auth('one'), 'b.example': { identitytoken: 'x' } } }, { auths: { 'reg.example': auth('one') }, credsStore: 'pass' }]) {
			assert.deepEqual((await inline(more)).odd, { kind: 'unreadable', source: 'DOCKER_AUTH_CONFIG', fault: 'fields' });
			assert.equal((await inline(more)).login, undefined);
		}
		assert.deepEqual(await inline({}), {});
	});
	it('is an identity token when the helper calls the user <token>', async () => {
		const run: RunHelper = () => Promise.resolve({ type: 'output', text: '{"Username":"<token>","Secret":"s"}' });
		assert.equal(user(await docker({ credsStore: 'x' }, {}, run).find('a.example', 'x')), 'identity');
	});
	it('is not there when the helper does not know the host; a helper that is missing or fails is said', async () => {
		const answer = (result: Awaited<ReturnType<RunHelper>>): Promise<CredentialAnswer> => docker({ credsStore: 'x' }, {}, () => Promise.resolve(result)).find('a.example', 'x');
		assert.deepEqual(await answer({ type: 'failed', text: 'credentials not found in native keychain\n' }), {});
		assert.equal((await answer({ type: 'missing' })).trouble?.state, 'missing');
		assert.equal((await answer({ type: 'failed', text: 'keychain is locked' })).trouble?.message, 'keychain is locked');
		assert.equal((await answer({ type: 'output', text: 'no json' })).trouble?.state, 'failed');
	});
	it('never runs a helper with a name that is a path or an option', async () => {
		const run: RunHelper = () => { throw new Error('was run'); };
		for (const name of ['../evil', 'a b', 'x;y', '$(z)']) { assert.equal((await docker({ credsStore: name }, {}, run).find('a.example', 'x')).trouble?.state, 'failed'); }
	});
	it('in broken JSON is not there, and the file is named without its content', async () => {
		const broken = await docker('{"auths": { "reg.example": {"auth": "c2VjcmV0"}').find('reg.example', 'x');
		const odd = { kind: 'unreadable', source: '~/.docker/config.json' } as const;
		assert.deepEqual(broken, { problem: '~/.docker/config.json is not valid JSON', odd: { ...odd, fault: 'json' } });
		assert.deepEqual(await docker({ auths: { 'reg.example': { auth: '!!' } } }).find('reg.example', 'x'), { problem: 'the login for reg.example in ~/.docker/config.json cannot be decoded', odd: { ...odd, fault: 'login', key: 'reg.example' } });
		for (const text of ['[]', 'null', '"x"', '{"auths":[1]}', '{"auths":{"reg.example":7}}', '{"credHelpers":"x"}']) { assert.equal((await docker(text).find('reg.example', 'x')).login, undefined); }
	});
});

describe('a login in containers\' files', () => {
	it('is the one with the longest path', async () => {
		const source = containers({ '/run/containers/1000/auth.json': { auths: { 'quay.io': auth('host'), 'quay.io/team': auth('team'), 'quay.io/team/app': auth('app') } } });
		assert.equal(user(await source.find('quay.io', 'team/app')), 'app');
		assert.equal(user(await source.find('quay.io', 'team/other')), 'team');
		assert.equal(user(await source.find('quay.io', 'teamwork/x')), 'host');
	});
	it('comes from the first file that has one', async () => {
		const contents = { '/x/containers/auth.json': { auths: { 'a.example': auth('runtime') } }, '/home/a/.config/containers/auth.json': { auths: { 'a.example': auth('config'), 'b.example': auth('b') } }, '/home/a/.docker/config.json': { auths: { 'c.example': auth('c') } } };
		const source = containers(contents, { XDG_RUNTIME_DIR: '/x' });
		assert.equal(user(await source.find('a.example', 'x')), 'runtime');
		assert.equal(user(await source.find('b.example', 'x')), 'b');
		assert.equal((await source.find('c.example', 'x')).login?.source, '~/.docker/config.json');
	});
	it('comes from REGISTRY_AUTH_FILE alone when that is set', async () => {
		const contents = { '/only.json': { auths: {} }, '/home/a/.config/containers/auth.json': { auths: { 'a.example': auth('x') } } };
		assert.deepEqual(await containers(contents, { REGISTRY_AUTH_FILE: '/only.json' }).find('a.example', 'x'), {});
	});
	describe('and in the helpers that registries.conf names for all', () => {
		const asked: string[] = [];
		const run: RunHelper = (helper, server) => { asked.push(`${helper} ${server}`); return Promise.resolve(helper.endsWith('-knows') ? { type: 'output', text: '{"Username":"helper","Secret":"x"}' } : { type: 'failed', text: 'credentials not found' }); };
		const source = (helpers: readonly string[] | undefined) => {
			asked.length = 0;
			return containersSource({ files: files({ '/run/containers/1000/auth.json': JSON.stringify({ auths: { 'a.example': auth('file') } }) }), environment: {}, homeFolder: '/home/a', run, platform: 'linux', uid: 1000, helpers: () => Promise.resolve(helpers) });
		};
		it('is the first that one of them or the files have, in the order that is written', async () => {
			assert.equal(user(await source(['containers-auth.json', 'knows']).find('a.example', 'x')), 'file');
			assert.deepEqual(asked, []);
			assert.equal(user(await source(['containers-auth.json', 'none', 'knows']).find('b.example', 'x')), 'helper');
			assert.deepEqual(asked, ['docker-credential-none b.example', 'docker-credential-knows b.example']);
			assert.equal((await source(['knows', 'containers-auth.json']).find('a.example', 'x')).login?.source, 'registries.conf (docker-credential-knows)');
		});
		it('is not looked for in files that the list leaves out, and in the files alone where there is no list', async () => {
			assert.deepEqual(await source(['none']).find('a.example', 'x'), {});
			assert.equal(user(await source(undefined).find('a.example', 'x')), 'file');
			assert.deepEqual(asked, []);
		});
	});
	it('may be kept for Docker Hub under any of its names', async () => {
		for (const key of ['docker.io', 'https://index.docker.io/v1/', 'registry-1.docker.io']) {
			assert.equal(user(await containers({ '/run/containers/1000/auth.json': { auths: { [key]: auth('hub') } } }).find('docker.io', 'library/node')), 'hub', key);
		}
	});
});
