import { noise } from './noise.ts';
import type { ImageRecipe } from './putImage.ts';
import type { TarFile } from './tarOf.ts';

/** Layers, history and configuration of a sample image. */
export type SampleImage = Pick<ImageRecipe, 'layers' | 'config' | 'history' | 'created'>;

type Step = NonNullable<ImageRecipe['history']>[number];

const versions: Readonly<Record<string, string>> = { 18: '18.20.8', 20: '20.19.2', 22: '22.16.0' };
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const made = new Map<string, readonly TarFile[]>();

/** `demo/node:20-bookworm` and its like: a system, the runtime, a package manager, an entry point. */
export function nodeImage(tag: string, architecture: string): SampleImage {
	const major = /^\d+/.exec(tag)?.[0] ?? '22';
	const version = versions[major] ?? major;
	const slim = tag.includes('alpine') || tag.includes('slim');
	const system = tag.includes('alpine') ? 'alpine' : 'bookworm';
	return {
		created: `2026-05-0${Number(major) % 9 || 9}T02:41:18Z`,
		layers: [systemLayer(system, slim, architecture), once('user', userFiles), runtimeLayer(version, architecture), once('yarn', yarnFiles), once('entry', entryFiles)],
		history: [
			layer(system === 'alpine' ? `ADD alpine-minirootfs-3.21.3-${architecture}.tar.gz / # buildkit` : `# debian.sh --arch '${architecture}' out/ 'bookworm' '@1745798400'`),
			empty(system === 'alpine' ? 'CMD ["/bin/sh"]' : 'CMD ["bash"]'),
			layer('RUN /bin/sh -c groupadd --gid 1000 node && useradd --uid 1000 --gid node --shell /bin/bash --create-home node # buildkit'),
			empty(`ENV NODE_VERSION=${version}`),
			layer(`RUN /bin/sh -c set -eux; \tcurl -fsSLO "https://nodejs.org/dist/v$NODE_VERSION/node-v$NODE_VERSION-linux-${architecture}.tar.xz"; \tgrep " node-v$NODE_VERSION-linux" SHASUMS256.txt | sha256sum -c -; \ttar -xJf node-v*.tar.xz -C /usr/local --strip-components=1; \tnode --version # buildkit`),
			empty('ENV YARN_VERSION=1.22.22'),
			layer('RUN /bin/sh -c set -eux; \tcurl -fsSL "https://yarnpkg.com/downloads/$YARN_VERSION/yarn-v$YARN_VERSION.tar.gz" | tar -xz -C /opt; \tln -s /opt/yarn-v$YARN_VERSION/bin/yarn /usr/local/bin/yarn # buildkit'),
			layer('COPY docker-entrypoint.sh /usr/local/bin/ # buildkit'),
			empty('ENTRYPOINT ["docker-entrypoint.sh"]'),
			empty('CMD ["node"]'),
		],
		config: {
			Env: [`PATH=${path}`, `NODE_VERSION=${version}`, 'YARN_VERSION=1.22.22'], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['node'], WorkingDir: '/',
			Labels: labels('demo/node', version, 'https://github.com/example/docker-node'),
		},
	};
}

/** An application on top of `nodeImage('20-bookworm')`. */
export function appImage(name: string, version: string, architecture: string, config: Readonly<Record<string, unknown>> = {}): SampleImage {
	const base = nodeImage('20-bookworm', architecture);
	return {
		created: '2026-05-04T10:20:30Z',
		layers: [...base.layers, once('workdir', () => [folder('app/')]), once('manifest', manifestFiles), once(`modules ${architecture}`, () => moduleFiles(architecture)), once(`app ${name} ${version}`, () => appFiles(name, version))],
		history: [
			...base.history ?? [],
			layer('WORKDIR /app'),
			layer('COPY package.json package-lock.json ./ # buildkit'),
			layer('RUN /bin/sh -c npm ci --omit=dev && npm cache clean --force # buildkit'),
			layer('COPY . . # buildkit'),
			empty('ENV NODE_ENV=production'),
			empty('EXPOSE map[8080/tcp:{}]'),
			empty('USER node'),
			empty('ENTRYPOINT ["/app/run"]'),
		],
		config: {
			Env: [`PATH=${path}`, 'NODE_VERSION=20.19.2', 'YARN_VERSION=1.22.22', 'NODE_ENV=production'], Entrypoint: ['/app/run'], Cmd: null, User: 'node', WorkingDir: '/app',
			ExposedPorts: { '8080/tcp': {} }, Labels: labels(name, version, 'https://github.com/example/app'), ...config,
		},
	};
}

function labels(title: string, version: string, source: string): Readonly<Record<string, string>> {
	const key = 'org.opencontainers.image.';
	return { [`${key}title`]: title, [`${key}version`]: version, [`${key}source`]: source, [`${key}revision`]: '5f2d7b18e93a5c0214be7d96f3085ac4d1e2b79f', [`${key}licenses`]: 'MIT' };
}

function layer(command: string): Step { return { command, layer: true }; }

function empty(command: string): Step { return { command }; }

/** The same list each time, so that it is packed once. */
function once(key: string, make: () => readonly TarFile[]): readonly TarFile[] {
	const files = made.get(key) ?? make();
	made.set(key, files);
	return files;
}

function folder(name: string): TarFile { return { name }; }

function program(name: string, size: number, of: string): TarFile { return { name, text: noise(`${of} ${name}`, size), mode: 0o755 }; }

function data(name: string, size: number, of = ''): TarFile { return { name, text: noise(`${of} ${name}`, size) }; }

function systemLayer(system: string, slim: boolean, architecture: string): readonly TarFile[] {
	return once(`${system} ${slim} ${architecture}`, () => [
		folder('bin/'), program('bin/sh', slim ? 60_000 : 160_000, architecture), folder('etc/'), { name: 'etc/os-release', text: `ID=${system === 'alpine' ? 'alpine' : 'debian'}\n` },
		{ name: 'etc/motd', text: 'Welcome\n' }, folder('lib/'), program('lib/libc.so.6', slim ? 260_000 : 620_000, architecture), program('lib/libcrypto.so.3', slim ? 180_000 : 500_000, architecture),
		folder('usr/'), folder('usr/share/'), ...Array.from({ length: slim ? 8 : 40 }, (_, at) => data(`usr/share/zoneinfo/zone-${at}`, 3000 + at * 300)),
		folder('var/'), folder('var/lib/'), folder('var/lib/dpkg/'), data('var/lib/dpkg/status', slim ? 40_000 : 190_000), { name: 'usr/bin', link: '../bin' },
	]);
}

function runtimeLayer(version: string, architecture: string): readonly TarFile[] {
	return once(`node ${version} ${architecture}`, () => [
		folder('usr/local/'), folder('usr/local/bin/'), program('usr/local/bin/node', 900_000, `${version} ${architecture}`), { name: 'usr/local/bin/npm', link: '../lib/node_modules/npm/bin/npm-cli.js' },
		...Array.from({ length: 24 }, (_, at) => data(`usr/local/lib/node_modules/npm/lib/commands/command-${at}.js`, 1500 + at * 700, version)),
		...Array.from({ length: 12 }, (_, at) => data(`usr/local/include/node/header-${at}.h`, 4000 + at * 500, version)),
		data('usr/local/CHANGELOG.md', 60_000, version),
	]);
}

function userFiles(): readonly TarFile[] {
	return [folder('etc/'), { name: 'etc/passwd', text: 'root:x:0:0::/root:/bin/bash\nnode:x:1000:1000::/home/node:/bin/bash\n' }, { name: 'etc/group', text: 'root:x:0:\nnode:x:1000:\n' }, folder('home/'), folder('home/node/')];
}

function yarnFiles(): readonly TarFile[] {
	return [folder('opt/'), folder('opt/yarn-v1.22.22/'), data('opt/yarn-v1.22.22/lib/cli.js', 640_000), { name: 'usr/local/bin/yarn', link: '/opt/yarn-v1.22.22/bin/yarn' }];
}

function entryFiles(): readonly TarFile[] {
	return [{ name: 'usr/local/bin/docker-entrypoint.sh', text: '#!/bin/sh\nset -e\nexec "$@"\n', mode: 0o755 }];
}

function manifestFiles(): readonly TarFile[] {
	return [{ name: 'app/package.json', text: '{ "name": "app", "private": true }\n' }, data('app/package-lock.json', 48_000)];
}

function moduleFiles(architecture: string): readonly TarFile[] {
	const packages = ['express', 'pg', 'pino', 'zod', 'undici', 'lodash', 'semver', 'ws'];
	return [
		folder('app/node_modules/'),
		...packages.flatMap((name, at) => Array.from({ length: 9 }, (_, part) => data(`app/node_modules/${name}/lib/part-${part}.js`, 2000 + at * 1500 + part * 1100))),
		program('app/node_modules/sharp/build/Release/sharp.node', 420_000, architecture),
	];
}

function appFiles(name: string, version: string): readonly TarFile[] {
	return [
		folder('app/'), { name: 'app/run', text: `#!/bin/sh\nexec node /app/dist/server.js # ${name} ${version}\n`, mode: 0o755 },
		...Array.from({ length: 14 }, (_, at) => data(`app/dist/chunk-${at}.js`, 6000 + at * 2100, `${name} ${version}`)), data('app/dist/server.js', 31_000, version),
		data('app/public/logo.png', 84_000), { name: 'etc/.wh.motd' }, { name: 'usr/share/zoneinfo/.wh..wh..opq' },
	];
}
