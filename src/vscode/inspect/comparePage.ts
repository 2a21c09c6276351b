import type { ImageTree, Reference } from '../../core/model/index.ts';
import { parseReference } from '../../core/reference/parseReference.ts';
import type { FromWebview } from '../../protocol/fromWebview.ts';
import type { PanelState } from '../../protocol/panelState.ts';
import { pickImage } from '../commands/pickImage.ts';
import { machinePlatform, platformName, samePlatform } from '../format/platform.ts';
import { namedReference } from '../inspectModel.ts';
import { t } from '../l10n.ts';
import { compareModel, platformChoices } from './compareModel.ts';
import { failureOf, failureOfLookup } from './failureView.ts';
import type { Page, PageHost } from './pageHost.ts';

type Side = Required<PanelState>['a'];

/** Two images side by side. `platform` of a side is an id of the view, or empty: then this machine's. */
export function comparePage(host: PageHost, a: Side, b: Side): Page {
	const read = async ({ reference, platform }: Side): Promise<{ readonly tree: ImageTree; readonly platform: string } | undefined> => {
		const parsed = parseReference(reference);
		if (!parsed.ok) { return undefined; }
		const first = await inspect(host, parsed.reference, [machinePlatform()]);
		if (!first) { return undefined; }
		const mine = first.platforms.findIndex(({ descriptor, config }) => samePlatform(machinePlatform(), nameOf(descriptor.platform ?? config?.platform)));
		const chosen = platform === '' ? String(Math.max(mine, 0)) : platform;
		const wanted = first.platforms[Number(chosen)];
		const tree = wanted && !wanted.manifest ? await inspect(host, parsed.reference, [nameOf(wanted.descriptor.platform)]) : first;
		return tree && { tree, platform: platformChoices(tree).some(({ id }) => id === chosen) ? chosen : '0' };
	};
	const show = (left: Side, right: Side): void => host.compare(left, right);
	return {
		key: `compare:${a.reference}#${a.platform}:${b.reference}#${b.platform}`,
		state: { version: 1, view: 'compare', a, b },
		async start() {
			host.title(`${namedReference(a.reference).name} ↔ ${namedReference(b.reference).name}`);
			host.post({ type: 'loading', reference: namedReference(a.reference), hosts: [a.reference.split('/')[0] ?? ''] });
			const [left, right] = [await read(a), await read(b)];
			if (left && right) { host.post({ type: 'compare', view: compareModel(left, right) }); }
		},
		async receive(message: FromWebview) {
			switch (message.type) {
				case 'swap': show(b, a); return;
				case 'choosePlatform':
					show(message.side === 'a' ? { ...a, platform: message.platform } : a, message.side === 'b' ? { ...b, platform: message.platform } : b);
					return;
				case 'chooseSide': {
					const reference = await pickImage(host.session, message.side === 'a' ? t('Compare: the first image') : t('Compare: the second image'));
					if (!reference) { return; }
					const side = { reference: reference.canonical, platform: '' };
					show(message.side === 'a' ? side : a, message.side === 'b' ? side : b);
					return;
				}
				case 'refresh': show(a, b); return;
				default: return;
			}
		},
	};
}

async function inspect(host: PageHost, reference: Reference, platforms: readonly string[]): Promise<ImageTree | undefined> {
	const registry = await host.session.registry();
	const named = namedReference(reference.canonical);
	if (!registry) {
		const evidence = { host: reference.domain, at: new Date().toISOString(), cached: false };
		host.post({
			type: 'failed',
			reference: named,
			failure: failureOf(reference, { verdict: 'not-asked', reason: host.session.trusted ? 'offline' : 'untrusted', evidence }),
		});
		return undefined;
	}
	const answer = await registry.inspect(reference, { platforms, referrers: false }, host.signal);
	if ('known' in answer && answer.known) { return answer.value; }
	host.post({
		type: 'failed',
		reference: named,
		failure: 'verdict' in answer
			? failureOf(reference, answer)
			: failureOfLookup(reference, answer.known ? 'broken-answer' : answer.reason, answer.evidence),
	});
	return undefined;
}

function nameOf(platform: Parameters<typeof platformName>[0] | undefined): string {
	return platform ? platformName(platform) : '';
}
