import * as vscode from 'vscode';
import type { ImageTree, PlatformImage, Reference, Target } from '../../core/model/index.ts';
import { webAddress } from '../../core/reference/webAddress.ts';
import type { FromWebview } from '../../protocol/fromWebview.ts';
import type { StatementView } from '../../protocol/inspectView.ts';
import { machine, platformName } from '../format/platform.ts';
import { inspectModel, namedReference, platformViews, type InspectModelOptions } from '../inspectModel.ts';
import { t } from '../l10n.ts';
import { loadEngine } from '../lazy/load.ts';
import { mayRead } from '../session/details.ts';
import { failureOf, failureOfLookup } from './failureView.ts';
import { layerFiles } from './layerFiles.ts';
import type { Page, PageHost } from './pageHost.ts';
import { statementSummary } from './statementSummary.ts';

/** Platforms read at one time. */
const batch = 6;

/** *Inspect image manifest* of one reference: index and this machine's platform first, the others as they are wanted. */
export function imagePage(host: PageHost, reference: Reference): Page {
	const { session } = host;
	const named = namedReference(reference.canonical);
	let tree: ImageTree | undefined;
	let targets: readonly Target[] = [];
	const readings = new Set<string>();
	const files = layerFiles(host, reference);
	const statements = new Map<string, Pick<StatementView, 'summary' | 'error'>>();

	const options = (): InspectModelOptions => {
		const unread = tree?.platforms.filter(({ manifest }) => !manifest).length ?? 0;
		return {
			machine, targets, webPage: webAddress(reference) !== undefined, reading: readings, statements,
			...unread > 0 && !mayRead(reference, session.settings) && { sizesNeedRequests: unread },
		};
	};

	const read = async (platforms: readonly string[], referrers: boolean): Promise<boolean> => {
		const registry = await session.registry();
		if (!registry) {
			const reason = session.trusted ? 'offline' : 'untrusted';
			host.post({
				type: 'failed',
				reference: named,
				failure: failureOf(
					reference,
					{ verdict: 'not-asked', reason, evidence: { host: reference.domain, at: new Date().toISOString(), cached: false } },
				),
			});
			return false;
		}
		const answer = await registry.inspect(reference, { platforms, referrers }, host.signal);
		if ('verdict' in answer) { host.post({ type: 'failed', reference: named, failure: failureOf(reference, answer) }); return false; }
		if (!answer.known) {
			host.post({ type: 'failed', reference: named, failure: failureOfLookup(reference, answer.reason, answer.evidence) });
			return false;
		}
		tree = merged(tree, answer.value);
		session.learn(reference, tree);
		return true;
	};

	const readMore = async (wanted: readonly PlatformImage[]): Promise<void> => {
		for (let at = 0; at < wanted.length && !host.signal.aborted; at += batch) {
			const part = wanted.slice(at, at + batch);
			for (const { descriptor } of part) { readings.add(descriptor.digest); }
			const names = part.flatMap(({ descriptor }) => (descriptor.platform ? [platformName(descriptor.platform)] : []));
			const done = await read(names, false);
			readings.clear();
			if (!done || !tree) { return; }
			host.post({ type: 'platforms', platforms: platformViews(tree, options()) });
		}
	};

	/** Reads what the statements say that the tree knows and nobody read yet. */
	const readStatements = async (digests: readonly string[]): Promise<void> => {
		const registry = await session.registry();
		const wanted = tree?.platforms.flatMap(({ attestations }) => attestations.flatMap(({ manifest }) => manifest?.layers ?? []))
			.filter(({ digest }) => digests.includes(digest) && !statements.get(digest)?.summary) ?? [];
		await Promise.all(wanted.map(async layer => {
			const answer = await registry?.blob?.(reference, layer, host.signal);
			const summary = answer?.known ? statementSummary(answer.value) : undefined;
			statements.set(
				layer.digest,
				summary
					? { summary }
					: { error: answer && !answer.known
						? failureOfLookup(reference, answer.reason, answer.evidence).message
						: t('This statement cannot be read.') },
			);
		}));
		if (tree) { host.post({ type: 'platforms', platforms: platformViews(tree, options()) }); }
	};

	const start = async (): Promise<void> => {
		host.title(named.name);
		host.post({ type: 'loading', reference: named, hosts: [reference.domain] });
		const chosen = new Set(session.settings.check.targets);
		targets = (await loadEngine()).targets.filter(({ id }) => chosen.has(id));
		if (!await read([platformName(machine)], false) || !tree) { return; }
		host.post({ type: 'inspect', view: inspectModel(tree, options()) });
		if (mayRead(reference, session.settings)) { await readMore(tree.platforms.filter(({ manifest }) => !manifest)); }
		if (await read([], true) && tree) { host.post({ type: 'referrers', referrers: inspectModel(tree, options()).referrers ?? { items: [] } }); }
	};

	return {
		key: `inspect:${reference.canonical}`,
		state: { version: 1, view: 'inspect', reference: reference.canonical },
		start,
		async receive(message: FromWebview) {
			switch (message.type) {
				case 'refresh': tree = undefined; await session.refresh(reference); await start(); return;
				case 'readPlatforms':
					await readMore(tree?.platforms.filter(({ descriptor, manifest }) =>
						!manifest && message.ids.some(id => id.replace(/#\d+$/, '') === descriptor.digest)) ?? []);
					return;
				case 'readStatements': await readStatements(message.digests); return;
				case 'readAll':
					await readMore(tree?.platforms.filter(({ manifest }) => !manifest) ?? []);
					if (tree) { host.post({ type: 'inspect', view: inspectModel(tree, options()) }); }
					return;
				case 'rawJson': await showRaw(host, reference, tree, message.digest); return;
				case 'webPage': { const page = webAddress(reference); if (page) { await vscode.env.openExternal(vscode.Uri.parse(page)); } return; }
				case 'copySkopeo': await vscode.commands.executeCommand('pullcheck.copySkopeo', reference.canonical); return;
				case 'compare': {
					const at = tree && message.platform !== undefined ? platformViews(tree, options()).findIndex(({ id }) => id === message.platform) : -1;
					await vscode.commands.executeCommand('pullcheck.compare', reference.canonical, at < 0 ? '' : String(at));
					return;
				}
				case 'listFiles': case 'cancelFiles': if (tree) { await files.receive(message, tree); } return;
				default: return;
			}
		},
	};
}

/** What was read before stays read. */
function merged(before: ImageTree | undefined, now: ImageTree): ImageTree {
	if (before?.root.digest !== now.root.digest) { return now; }
	return {
		...now,
		platforms: now.platforms.map((platform, index) => (platform.manifest ? platform : before.platforms[index] ?? platform)),
		referrers: now.referrers.length > 0 ? now.referrers : before.referrers,
	};
}

async function showRaw({ raw, session }: PageHost, reference: Reference, tree: ImageTree | undefined, digest: string | undefined): Promise<void> {
	if (!tree) { return; }
	const wanted = digest ?? tree.root.digest;
	const known = [
		tree.root, ...tree.platforms.flatMap(({ manifest, config }) => [...manifest ? [manifest] : [], ...config ? [config] : []]),
	].find(part => part.digest === wanted);
	const name = namedReference(reference.canonical).name;
	if (known) { await raw.show(name, wanted, known.raw); return; }
	const attested = tree.platforms
		.flatMap(({ attestations }) => attestations.flatMap(({ manifest }) => [...manifest ? [manifest] : [], ...manifest?.layers ?? []]))
		.find(part => part.digest === wanted);
	if (attested && 'raw' in attested) { await raw.show(name, wanted, attested.raw); return; }
	if (attested) {
		const blob = await (await session.registry())?.blob?.(reference, attested);
		if (blob?.known) { await raw.show(name, wanted, blob.value); }
		return;
	}
	const answer = await (await session.registry())?.manifest({ ...reference, digest: wanted, canonical: `${reference.repository}@${wanted}` });
	if (answer?.known) { await raw.show(name, wanted, answer.value.raw); }
}
