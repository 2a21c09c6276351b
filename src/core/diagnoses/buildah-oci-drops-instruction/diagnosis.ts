import type { BuildLink, FileFacts } from '../../model/index.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';
import { addFlag } from '../support/addFlag.ts';
import { builderOf, commandWords, writesOci } from '../support/buildTools.ts';
import { droppedInstructions } from '../support/droppedInstructions.ts';
import { findFlag } from '../support/findFlag.ts';
import { replaceFlag } from '../support/replaceFlag.ts';
import { stepDockerFormat } from '../support/stepDockerFormat.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** HEALTHCHECK, ONBUILD or SHELL in a file that buildah or podman builds in their own format, which cannot keep them. */
export const buildahOciDropsInstruction = defineDiagnosis({
	code: 'buildah-oci-drops-instruction',
	title: 'Instruction lost in OCI format',
	severity: 'warning',
	explanation,
	remedies,
	symptoms,
	*command(command, ask) {
		if (builderOf(command) !== 'buildah' || !writesOci(command) || ask.targets.some(({ target }) => !target.oci)) { return; }
		const index = ask.facts.commands.indexOf(command);
		for (const link of ask.facts.builds.filter(one => one.command === index)) {
			const file = builtFile(link, ask.workspace, findFlag(command, 'file') !== undefined);
			const instructions = file ? droppedInstructions(file, link.target) : [];
			const first = instructions[0];
			if (!file || !first) { continue; }
			const format = findFlag(command, 'format');
			const edit = format
				? replaceFlag(format, `${format.name}${format.separator === '=' ? '=' : ' '}docker`)
				: addFlag(command, ask.facts.text, '--format=docker');
			yield {
				at: commandWords(command),
				message: { text: '{instruction} is lost, because {tool} writes OCI format here.', args: { instruction: first.keyword, tool: command.tool } },
				related: instructions.map(({ keyword, keywordSpan }) =>
					({ file: file.file, span: keywordSpan, message: { text: '{instruction} stands here', args: { instruction: keyword } } })),
				fixes: command.editable ? [editFix({ text: 'Add "{flags}"', args: { flags: '--format=docker' } }, [edit])] : [],
			};
			return;
		}
	},
	*step(step, ask) {
		const way = /^redhat-actions\/buildah-build$/i.test(step.action) && !ask.targets.some(({ target }) => !target.oci)
			? stepDockerFormat(step, ask.facts.text)
			: undefined;
		if (!way) { return; }
		for (const link of ask.facts.builds.filter(({ at }) => at.span.start === step.usesSpan.start)) {
			const file = builtFile(link, ask.workspace, true);
			const first = file && droppedInstructions(file, link.target)[0];
			if (!first) { continue; }
			yield {
				at: way.at,
				message: { text: '{instruction} is lost, because {tool} writes OCI format here.', args: { instruction: first.keyword, tool: 'buildah' } },
				related: [{ file: file.file, span: first.keywordSpan, message: { text: '{instruction} stands here', args: { instruction: first.keyword } } }],
				fixes: way.fixes,
			};
			return;
		}
	},
});

/** Without `--file` these tools take a Containerfile before a Dockerfile. */
function builtFile(link: BuildLink, workspace: readonly FileFacts[], named: boolean): FileFacts | undefined {
	const find = (path: string): FileFacts | undefined => workspace.find(({ file }) => file === path);
	const other = link.dockerfile.replace(/Dockerfile$/, 'Containerfile');
	return (named ? undefined : find(other)) ?? find(link.dockerfile);
}
