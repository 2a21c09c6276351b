import type { Span } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** `docker manifest inspect` of a CLI before 23.0 cannot show OCI manifests; `buildx imagetools` can. */
export const dockerManifestInspectOutdated = defineDiagnosis({
	code: 'docker-manifest-inspect-outdated',
	title: 'Old command to inspect manifests',
	severity: 'info',
	explanation,
	remedies,
	symptoms,
	*command(command, { facts }) {
		if (command.tool !== 'docker'
				|| command.subcommand !== 'manifest inspect'
				|| command.operands.length === 0
				|| command.flags.some(({ long }) => long === 'insecure')) {
			return;
		}
		const raw = isRead(facts.text, command.span) ? ' --raw' : '';
		const word = facts.text.indexOf('manifest', command.toolSpan.end);
		const verbose = command.flags.find(({ long }) => long === 'verbose' || long === 'v');
		yield {
			at: { start: command.toolSpan.start, end: command.subcommandSpan.end },
			message: { text: 'Before version 23, "docker manifest inspect" cannot show OCI manifests.' },
			fixes: command.editable && command.list === undefined && !verbose && word !== -1 && word < command.subcommandSpan.start
				? [editFix({ text: 'Replace with "{command}"', args: { command: `docker buildx imagetools inspect${raw}` } }, [
					{ span: { start: word, end: word + 'manifest'.length }, newText: 'buildx imagetools' },
					...raw === '' ? [] : [{ span: { start: command.subcommandSpan.end, end: command.subcommandSpan.end }, newText: raw }],
				])]
				: [],
		};
	},
});

/** Something takes the JSON: a pipe, a file, a variable. Without `--raw` the new command prints text for people. */
function isRead(text: string, { start, end }: Span): boolean {
	return /(?:\$\(|`)[ \t]*$/.test(text.slice(Math.max(0, start - 40), start))
		|| /^[ \t]*(?:2>&1[ \t]*|(?:[12&]?>|&>)[ \t]*\/dev\/null[ \t]*|2>[ \t]*[^\s|]+[ \t]*)*(?:\|(?!\|)|1?>(?![>&]?[ \t]*\/dev\/null))/.test(text.slice(end, end + 400));
}
