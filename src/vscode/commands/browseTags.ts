import * as vscode from 'vscode';
import type { Reference } from '../../core/model/index.ts';
import { pullSize } from '../format/imageFacts.ts';
import { size } from '../format/size.ts';
import { plural, t } from '../l10n.ts';
import type { Session } from '../session.ts';
import { sortTags } from '../view/sortTags.ts';
import type { Command } from './core.ts';
import { pickImage } from './pickImage.ts';
import { subjectOf } from './subject.ts';

/** A tag on offer; without a reference: why there is none. */
interface Row extends vscode.QuickPickItem { readonly reference?: Reference }

/** Lists the tags of a repository, the likeliest first: the one chosen is inspected, or its name copied. */
export const browseTags: Command = {
	id: 'browseTags',
	async run({ session, panels }, argument) {
		const reference = subjectOf(session, argument)?.reference ?? await pickImage(session, t('Browse tags'));
		const chosen = reference && await pickTagOf(session, reference);
		if (chosen) { panels.inspect(chosen); }
	},
};

async function pickTagOf(session: Session, reference: Reference): Promise<Reference | undefined> {
	const copy: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('copy'), tooltip: t('Copy name') };
	const pick = vscode.window.createQuickPick<Row>();
	const asking = new AbortController();
	pick.title = t('Tags of {repository}', { repository: reference.repository });
	pick.placeholder = t('Choose a tag to look inside');
	pick.busy = true;
	const done = new Promise<Reference | undefined>(resolve => {
		pick.onDidAccept(() => {
			const chosen = pick.selectedItems[0]?.reference;
			if (!chosen) { return; }
			resolve(chosen);
			pick.hide();
		});
		pick.onDidTriggerItemButton(({ item }) => { void vscode.env.clipboard.writeText(item.reference?.canonical ?? ''); });
		pick.onDidHide(() => {
			asking.abort();
			resolve(undefined);
			pick.dispose();
		});
	});
	pick.show();
	const answer = await (await session.registry())?.tags(reference, asking.signal);
	if (asking.signal.aborted) { return undefined; }
	pick.busy = false;
	if (!answer?.known) {
		pick.items = [{ label: t('The tags of {repository} are not known.', { repository: reference.repository }), alwaysShow: true }];
		return done;
	}
	const { tags, complete } = answer.value;
	pick.title = `${pick.title} · ${plural(tags.length, '1 tag', complete ? '{count} tags' : 'the first {count} tags')}`;
	pick.items = sortTags(tags, reference.tag ?? '').map(tag => rowOf(session, { ...reference, tag, canonical: `${reference.repository}:${tag}` }, copy));
	pick.activeItems = pick.items.filter(({ label }) => label === reference.tag);
	return done;
}

function rowOf(session: Session, { digest: _, ...reference }: Reference, copy: vscode.QuickInputButton): Row {
	const tree = session.details(reference);
	const bytes = tree && pullSize(tree);
	return { label: reference.tag ?? '', reference, buttons: [copy], ...bytes !== undefined && { description: size(bytes) } };
}
