import type { BuildLink, ImageUse, ToolCommand } from '../../model/index.ts';
import { extractDockerfileText } from '../dockerfile/extractDockerfileText.ts';
import type { ShellWord } from './shellWord.ts';

/** The references of a Dockerfile that a build reads from its input: `docker build - <<EOF`, `-f -`. */
export function inputUses(command: ToolCommand, input: ShellWord, link: BuildLink, outerText: string): readonly ImageUse[] {
	const given = command.flags.findLast(({ long, value }) => long === 'file' && value)?.value?.value;
	if (given === undefined ? command.operands.at(-1)?.value !== '-' : given !== '-' && given !== '/dev/stdin') { return []; }
	const open = input.openSpans.map(span => input.map.outerSpan(span));
	return extractDockerfileText(input.map, { file: link.dockerfile, outerText, builds: [link] }).uses.map(use => {
		if (!open.some(({ start, end }) => start < use.span.end && end > use.span.start)) { return use; }
		// The shell puts in what nobody knows here.
		const { kind, span, text, variables, platforms } = use;
		return { kind, span, text, variables, platforms, class: 'variable', spans: {}, alternatives: [] };
	});
}
