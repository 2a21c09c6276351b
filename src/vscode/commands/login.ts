import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import * as vscode from 'vscode';
import { workspaceViews } from '../view/workspaceViews.ts';
import { t } from '../l10n.ts';
import { forgetLogin, keepLogin } from '../logins.ts';
import type { Session } from '../session.ts';
import type { Command, Core } from './core.ts';
import { subjectOf } from './subject.ts';
import { openTerminal } from './terminal.ts';

/** Opens a terminal with `docker login HOST` (or podman), else asks for a login that only the editor keeps. */
export const login: Command = {
	id: 'login',
	async run(core, argument) {
		const host = hostOf(core.session, argument) ?? await askHost(core.session, t('Log in to registry'));
		if (!host) { return; }
		const tool = await installed();
		const way = argument !== undefined && tool ? 'terminal' : await askWay(tool);
		if (way === 'terminal' && tool) { refreshWhenClosed(core.session, openTerminal(`${tool} login ${host}`)); }
		if (way === 'vscode') { await askLogin(core, host); }
	},
};

/** Forgets the login that the editor keeps, and opens a terminal with `docker logout HOST` (or podman). */
export const logout: Command = {
	id: 'logout',
	async run({ session, context }, argument) {
		const host = hostOf(session, argument) ?? await askHost(session, t('Log out of registry'));
		if (!host) { return; }
		await forgetLogin(context.secrets, host);
		const tool = await installed();
		if (tool) { refreshWhenClosed(session, openTerminal(`${tool} logout ${host}`)); }
		await session.refresh();
	},
};

/** Only what can be a host is ever put into a command. */
function hostOf(session: Session, argument: unknown): string | undefined {
	const text = typeof argument === 'string' ? argument : argument === undefined ? undefined : subjectOf(session, argument)?.reference?.domain;
	return text !== undefined && /^[a-z0-9][a-z0-9.-]*(:\d+)?$/i.test(text) ? text : undefined;
}

async function askHost(session: Session, title: string): Promise<string | undefined> {
	const views = workspaceViews(session);
	const locked = views.filter(({ verdict }) =>
		['missing-or-private', 'login-needed', 'login-rejected', 'not-allowed', 'rate-limited'].includes(verdict?.verdict ?? ''));
	const hosts = new Set([...locked, ...views].flatMap(({ reference }) => reference?.domain ?? []));
	const other = t('Another host…');
	const choice = hosts.size === 0 ? other : await vscode.window.showQuickPick([...hosts, other], { title });
	return choice === other ? hostOf(session, await vscode.window.showInputBox({ title, placeHolder: 'quay.io' })) : choice;
}

async function askWay(tool: string | undefined): Promise<'terminal' | 'vscode' | undefined> {
	const choices = [
		...tool ? [{ label: t('With {tool}, in a terminal', { tool }), detail: t('Pull and push can use it too.'), way: 'terminal' as const }] : [],
		{ label: t('In VS Code only'), detail: t('Kept in the secret storage; only Pullcheck uses it.'), way: 'vscode' as const },
	];
	return (await vscode.window.showQuickPick(choices, { title: t('Where to keep the login') }))?.way;
}

async function askLogin({ session, context }: Core, host: string): Promise<void> {
	const username = await vscode.window.showInputBox({ title: t('User name at {host}', { host }), ignoreFocusOut: true });
	const password = username
		&& await vscode.window.showInputBox({
			title: t('Password or token of {user} at {host}', { user: username, host }),
			password: true,
			ignoreFocusOut: true,
		});
	if (!username || !password) { return; }
	await keepLogin(context.secrets, host, { username, password });
	await session.refresh();
}

/** Not every shell tells when a command has ended. */
function refreshWhenClosed(session: Session, terminal: vscode.Terminal): void {
	const listener = vscode.window.onDidCloseTerminal(closed => {
		if (closed !== terminal) { return; }
		listener.dispose();
		void session.refresh();
	});
}

/** The first of docker and podman that is on the PATH. */
async function installed(): Promise<'docker' | 'podman' | undefined> {
	for (const tool of ['docker', 'podman'] as const) {
		for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
			const name = process.platform === 'win32' ? `${tool}.exe` : tool;
			if (folder && await access(join(folder, name), constants.X_OK).then(() => true, () => false)) { return tool; }
		}
	}
	return undefined;
}
