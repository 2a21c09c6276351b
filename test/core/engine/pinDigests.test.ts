import assert from 'node:assert/strict';
import { pinDigests, pinnableUses, unpinDigests } from '../../../src/core/engine/pinDigests.ts';
import type { FileFacts, Reference, Verdict } from '../../../src/core/model/index.ts';
import { applyEdits, checkDiagnosis } from '../../support/checkDiagnosis.ts';

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;

async function factsOf(files: Readonly<Record<string, string>>): Promise<readonly FileFacts[]> {
	return [...(await checkDiagnosis(files)).facts.values()];
}

/** Knows every tag but `gone`; counts how often it is asked. */
function registryOf(asked: string[]) {
	return {
		async check({ canonical, tag }: Reference): Promise<Verdict> {
			asked.push(canonical);
			return (tag === 'gone' ? { verdict: 'not-asked', reason: 'offline' } : { verdict: 'exists', digest: digest('a') }) as Verdict;
		},
	};
}

async function pinned(files: Readonly<Record<string, string>>): Promise<{ readonly texts: Readonly<Record<string, string>>; readonly unknown: readonly string[]; readonly asked: readonly string[] }> {
	const facts = await factsOf(files);
	const asked: string[] = [];
	const { edits, unknown } = await pinDigests(pinnableUses(facts, facts), registryOf(asked));
	return {
		texts: Object.fromEntries(Object.entries(files).map(([file, text]) => [file, applyEdits(text, edits.filter(edit => edit.file === file))])),
		unknown: unknown.map(({ canonical }) => canonical), asked,
	};
}

describe('Pinning the digests of many files', () => {
	const at = `@${digest('a')}`;

	it('adds the digest behind the tag, in quotes, behind flags and before comments, and asks for each name once', async () => {
		const { texts, asked } = await pinned({
			'Dockerfile': 'FROM --platform=linux/amd64 alpine:3.20 AS a\r\nCOPY --from=alpine:3.20 /a /b\r\n',
			'compose.yaml': 'services:\n  a:\n    image: "docker.io/library/alpine:3.20" # base\n  b: { image: redis }\n',
		});
		assert.deepEqual(texts, {
			'Dockerfile': `FROM --platform=linux/amd64 alpine:3.20${at} AS a\r\nCOPY --from=alpine:3.20${at} /a /b\r\n`,
			'compose.yaml': `services:\n  a:\n    image: "docker.io/library/alpine:3.20${at}" # base\n  b: { image: redis${at} }\n`,
		});
		assert.deepEqual([...asked].sort(), ['docker.io/library/alpine:3.20', 'docker.io/library/redis']);
	});

	it('leaves alone what has a digest, what a variable makes, stages, what is built here, features and pages', async () => {
		const files = {
			'Dockerfile': `ARG T=1\nFROM alpine:3.20@${digest('b')} AS base\nFROM base\nFROM redis:\${T}\nFROM scratch\n`,
			'compose.yaml': 'services:\n  a:\n    image: acme/app:1\n    build: .\n  b:\n    image: acme/app:1\n  c:\n    image: redis:${R:-7}\n',
			'.devcontainer/devcontainer.json': '{ "features": { "ghcr.io/devcontainers/features/node:1": {} } }',
			'README.md': '```sh\ndocker run alpine:3.20\n```\n',
		};
		const { texts, asked } = await pinned(files);
		assert.deepEqual(texts, files);
		assert.deepEqual(asked, []);
	});

	it('changes a place once that a YAML alias reads twice', async () => {
		const { texts } = await pinned({ 'compose.yaml': 'x-a: &a { image: redis:7 }\nservices:\n  a: *a\n  b: *a\n' });
		assert.equal(texts['compose.yaml'], `x-a: &a { image: redis:7${at} }\nservices:\n  a: *a\n  b: *a\n`);
	});

	it('pins a short name that podman reads to the image that this machine\'s lists lead to, not to Docker Hub\'s', async () => {
		const facts = await factsOf({ Containerfile: 'FROM redis:7 AS a\nFROM nowhere:1 AS b\nFROM docker.io/library/redis:7\n', Dockerfile: 'FROM redis:7\n' });
		const own = facts.flatMap(({ uses }) => uses).find(({ value }) => value === 'redis:7')?.reference as Reference;
		const there: Reference = { ...own, domain: 'registry.example', repository: 'registry.example/redis', canonical: 'registry.example/redis:7' };
		const { edits, unknown } = await pinDigests(pinnableUses(facts, facts), {
			check: async ({ domain }: Reference): Promise<Verdict> => ({ verdict: 'exists', digest: digest(domain === 'registry.example' ? 'b' : 'a') }) as Verdict,
			longName: async ({ canonical }: Reference) => ({ note: 'by a list', ...(canonical.includes('redis') ? { reference: there } : {}) }),
		});
		assert.deepEqual(edits.map(({ file, use, newText }) => `${file} ${use.text}${newText.slice(0, 9)}`).sort(), ['Containerfile docker.io/library/redis:7@sha256:a', 'Containerfile redis:7@sha256:b', 'Dockerfile redis:7@sha256:a']);
		assert.deepEqual(unknown.map(({ canonical }) => canonical), ['docker.io/library/nowhere:1']);
	});

	it('names what nobody told, and pins the rest', async () => {
		const { texts, unknown } = await pinned({ Dockerfile: 'FROM redis:gone AS a\nFROM redis:7\n' });
		assert.deepEqual(unknown, ['docker.io/library/redis:gone']);
		assert.equal(texts['Dockerfile'], `FROM redis:gone AS a\nFROM redis:7${at}\n`);
	});

	it('tells how far it is, and changes nothing once it is cancelled', async () => {
		const facts = await factsOf({ Dockerfile: 'FROM redis:6 AS a\nFROM redis:7\n' });
		const abort = new AbortController();
		const seen: string[] = [];
		const plan = await pinDigests(pinnableUses(facts, facts), registryOf([]), { signal: abort.signal, onProgress: (done, total) => { seen.push(`${done}/${total}`); abort.abort(); } });
		assert.deepEqual(seen, ['1/2', '2/2']);
		assert.deepEqual(plan, { edits: [], unknown: [] });
	});

	it('takes digests away again, but not where nothing else says which image it is', async () => {
		const files = { 'Dockerfile': `FROM alpine:3.20${at} AS a\nFROM alpine${at}\n`, 'README.md': `- \`docker pull "redis:7${at}"\`\n` };
		const edits = unpinDigests(await factsOf(files));
		assert.deepEqual(Object.entries(files).map(([file, text]) => applyEdits(text, edits.filter(edit => edit.file === file))),
			[`FROM alpine:3.20 AS a\nFROM alpine${at}\n`, '- `docker pull "redis:7"`\n']);
	});
});
