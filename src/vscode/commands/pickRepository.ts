import * as vscode from 'vscode';
import type { Lookup } from '../../core/model/index.ts';
import type { FoundRepositories, FoundRepository } from '../../core/registry/search/foundRepository.ts';
import { printable } from '../../core/util/printable.ts';
import { t } from '../l10n.ts';
import type { Session } from '../session.ts';
import { searchedIn } from '../view/searchedIn.ts';

/** A repository on offer, or (without a name) why there is none. */
interface Row extends vscode.QuickPickItem { readonly name?: string }

/** How long a person must pause before what is typed so far is searched, milliseconds. */
const pause = 300;

/** Searches while a person types, one question at a time; `undefined` when the person leaves. */
export function pickRepository(session: Session, start: string): Promise<string | undefined> {
	const pick = vscode.window.createQuickPick<Row>();
	pick.title = t('Search images');
	pick.placeholder = t('Name to search for, for example {example}', { example: 'nginx, quay.io/keycloak' });
	pick.value = start;
	let timer: NodeJS.Timeout | undefined;
	let asking = new AbortController();
	const search = async (): Promise<void> => {
		const { signal } = asking = new AbortController();
		const { domain, text } = searchedIn(pick.value);
		// One letter finds everything; only a registry named on purpose is listed whole.
		if (text.length < 2 && domain === 'docker.io') { pick.items = []; return; }
		pick.busy = true;
		const registry = await session.registry();
		const answer = await registry?.search?.(domain, text, signal);
		if (signal.aborted) { return; }
		pick.busy = false;
		pick.items = answer?.known ? rowsOf(answer.value, domain) : [{ label: whyNot(answer, domain), alwaysShow: true }];
	};
	const later = (wait: number): void => {
		clearTimeout(timer);
		asking.abort();
		timer = setTimeout(() => { void search(); }, wait);
	};
	return new Promise(resolve => {
		pick.onDidChangeValue(() => { later(pause); });
		pick.onDidAccept(() => {
			const name = pick.selectedItems[0]?.name;
			if (name === undefined) { return; }
			resolve(name);
			pick.hide();
		});
		pick.onDidHide(() => {
			clearTimeout(timer);
			asking.abort();
			resolve(undefined);
			pick.dispose();
		});
		pick.show();
		if (start !== '') { later(0); }
	});
}

function rowsOf({ repositories, complete }: FoundRepositories, domain: string): readonly Row[] {
	if (repositories.length === 0) { return [{ label: t('{host} has nothing of this name.', { host: domain }), alwaysShow: true }]; }
	return [
		...repositories.map(rowOf),
		...complete ? [] : [{ label: t('There are more: type more of the name.'), alwaysShow: true }],
	];
}

function rowOf({ name, description, stars, official }: FoundRepository): Row {
	const facts = [official ? t('official image') : '', stars ? t('{count} stars', { count: stars.toLocaleString(vscode.env.language) }) : ''].filter(Boolean);
	return {
		name,
		label: name,
		alwaysShow: true,
		iconPath: new vscode.ThemeIcon(official ? 'verified' : 'package'),
		description: facts.join(' · '),
		...description && { detail: plain(description) },
	};
}

/** Strangers' text, in which `$(name)` would be an icon. */
function plain(text: string): string {
	return printable(text).replaceAll('$(', '$ (');
}

function whyNot(answer: Lookup<FoundRepositories> | undefined, host: string): string {
	const reason = answer && !answer.known ? answer.reason : 'offline';
	switch (reason) {
		case 'offline': return t('Nothing is asked: offline by setting.');
		case 'untrusted': return t('Nothing is asked: the workspace is not trusted.');
		case 'host-not-allowed': case 'blocked': return t('The settings do not allow {host}.', { host });
		case 'unreachable': return t('{host} is not reachable.', { host });
		case 'rate-limited': return t('{host} wants fewer questions now.', { host });
		default: return t('{host} cannot be searched.', { host });
	}
}
