import { clock } from '../format/time.ts';
import type { UseView } from '../hover/useView.ts';
import { plural, t } from '../l10n.ts';
import type { Session } from '../session.ts';
import type { GroupNode } from './groups.ts';

/** What the status bar shows when nothing is being asked. */
export interface Status { readonly text: string; readonly tooltip: string; readonly command: string }

const view = 'pullcheck.images.focus';

/** In this order: nobody may be asked; problems; a registry that limits; hosts out of reach; all fine. */
export function statusOf(views: readonly UseView[], groups: readonly GroupNode[], session: Pick<Session, 'trusted' | 'settings'>): Status {
	if (!session.trusted) {
		return { text: '$(workspace-untrusted)', tooltip: t('Nothing is asked: the workspace is not trusted.'), command: 'workbench.trust.manage' };
	}
	if (session.settings.check.offline) {
		return { text: `$(circle-slash) ${t('Offline')}`, tooltip: t('Nothing is asked: offline by setting.'), command: 'pullcheck.toggleOffline' };
	}
	const wrong = groups.find(({ id }) => id === 'verdict:wrong')?.images.length ?? 0;
	if (wrong > 0) {
		return {
			text: `$(package) ${wrong}`,
			tooltip: `${plural(wrong, '1 image cannot be pulled.', '{count} images cannot be pulled.')} ${t('Click for the view.')}`,
			command: view,
		};
	}
	return cooling(views) ?? unreachable(views) ?? fine(views);
}

function cooling(views: readonly UseView[]): Status | undefined {
	const waiting = views.filter(({ verdict }) => verdict?.verdict === 'rate-limited');
	const until = waiting.flatMap(({ verdict }) => (verdict?.verdict === 'rate-limited' && verdict.until) || []).sort()[0];
	const host = waiting[0]?.reference?.domain;
	if (!host) { return undefined; }
	const count = countOf(waiting);
	return {
		text: `$(history)${until ? ` ${clock(until)}` : ''}`, command: view,
		tooltip: `${until ? t('{host} limits pulls until {time}', { host, time: clock(until) }) : t('{host} limits pulls', { host })}; ${plural(count, '1 image waits.', '{count} images wait.')}`,
	};
}

function unreachable(views: readonly UseView[]): Status | undefined {
	const lost = views.filter(({ verdict }) => verdict?.verdict === 'unreachable' || verdict?.verdict === 'unavailable');
	const hosts = [...new Set(lost.map(({ reference }) => reference!.domain))];
	if (hosts.length === 0) { return undefined; }
	const count = countOf(lost);
	return {
		text: `$(debug-disconnect) ${plural(hosts.length, '1 host', '{count} hosts')}`, command: view,
		tooltip: `${t('{hosts} not reachable', { hosts: hosts.join(', ') })}; ${plural(count, '1 image not checked.', '{count} images not checked.')}`,
	};
}

function fine(views: readonly UseView[]): Status {
	const checked = countOf(views.filter(({ verdict }) => verdict?.verdict === 'exists'));
	return { text: '$(package)', tooltip: plural(checked, '1 image checked, it can be pulled.', '{count} images checked, all can be pulled.'), command: view };
}

function countOf(views: readonly UseView[]): number {
	return new Set(views.map(({ reference, use }) => reference?.canonical ?? use.text)).size;
}
