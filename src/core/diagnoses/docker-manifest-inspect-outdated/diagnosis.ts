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
		if (command.tool !== 'docker' || command.subcommand !== 'manifest inspect' || command.flags.some(({ long }) => long === 'insecure')) { return; }
		const word = facts.text.indexOf('manifest', command.toolSpan.end);
		const verbose = command.flags.find(({ long }) => long === 'verbose' || long === 'v');
		yield {
			at: { start: command.toolSpan.start, end: command.subcommandSpan.end },
			message: { text: 'Before version 23, "docker manifest inspect" cannot show OCI manifests.' },
			fixes: command.editable && !verbose && word !== -1 && word < command.subcommandSpan.start
				? [editFix({ text: 'Replace with "{command}"', args: { command: 'docker buildx imagetools inspect' } }, [{ span: { start: word, end: word + 'manifest'.length }, newText: 'buildx imagetools' }])]
				: [],
		};
	},
});
