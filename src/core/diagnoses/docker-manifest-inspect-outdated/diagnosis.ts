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
	*command(command) {
		if (command.tool !== 'docker' || command.subcommand !== 'manifest inspect' || command.flags.some(({ long }) => long === 'insecure')) { return; }
		const verbose = command.flags.find(({ long }) => long === 'verbose' || long === 'v');
		yield {
			at: { start: command.toolSpan.start, end: command.subcommandSpan.end },
			message: { text: 'Before version 23, "docker manifest inspect" cannot show OCI manifests.' },
			fixes: command.editable && !verbose
				? [editFix({ text: 'Replace with "{command}"', args: { command: 'docker buildx imagetools inspect' } }, [{ span: { start: command.toolSpan.start, end: command.subcommandSpan.end }, newText: 'docker buildx imagetools inspect' }])]
				: [],
		};
	},
});
