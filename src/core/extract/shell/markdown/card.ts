import type { FileFacts, ImageUse } from '../../../model/index.ts';
import { TextMapBuilder, sliceMap } from '../../../util/textMap.ts';
import type { TextMap } from '../../../util/textMap.ts';
import type { ExtractCard, ExtractInput } from '../../card.ts';
import { composeCard } from '../../compose/card.ts';
import { extractDockerfileText } from '../../dockerfile/extractDockerfileText.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { kubernetesCard } from '../../kubernetes/card.ts';
import { readQuayConfig } from '../../quayConfig/readQuayConfig.ts';
import { batchMap } from '../batchMap.ts';
import { CommandCollection, foldersOf, parseCommands } from '../parseCommands.ts';
import { powerShellMap } from '../powerShellMap.ts';
import type { ShellScope } from '../shellScope.ts';
import { workflowCard } from '../workflow/card.ts';
import { inlineCommands } from './inlineCommands.ts';
import { readFences } from './readFences.ts';
import type { Fence } from './readFences.ts';
import { shellFence } from './shellFence.ts';

const dockerfiles = new Set(['dockerfile', 'docker', 'containerfile']);
/** Every YAML block is read by a copy of the text up to it; more of them are no documentation. */
const mostYaml = 50;

/**
 * Markdown: blocks that are shell, Dockerfiles, Compose or Kubernetes documents, GitHub workflows, or Quay's configuration; code
 * spans that are a command and stand alone.
 */
export const markdownCard: ExtractCard = {
	kind: 'markdown',
	matches: (file, languageId) => languageId === 'markdown' || /\.(?:md|markdown|mdx|mdown|mkd)$/i.test(file),
	extract(input) {
		const { file, text } = input;
		const collection = new CommandCollection();
		const others: Partial<FileFacts>[] = [];
		let yaml = 0;
		// Who follows the text types one block after the other into the same terminal; where a reader stands is not told by `cd` into a copy of his own.
		let before: ShellScope | undefined;
		const fences = readFences(text);
		for (const fence of fences) {
			const shell = shellFence(text, fence);
			if (shell) {
				const [map, continuation] = shell.language === 'powershell'
					? [powerShellMap(shell.map), '`']
					: shell.language === 'batch' ? [batchMap(shell.map), '^']
					: [shell.map, '\\'];
				before = collection.add(map, { file, text, host: 'markdown', continuation }, before);
				before.folders = foldersOf(file);
				before.left = undefined;
			} else if (dockerfiles.has(fence.language)) {
				for (const use of extractDockerfileText(contentMap(text, fence), { file, outerText: text }).uses) { collection.addUse(use); }
			} else if (['yaml', 'yml', 'compose'].includes(fence.language) && ++yaml <= mostYaml) {
				others.push(yamlFacts(input, fence));
			}
		}
		for (const span of inlineCommands(text, fences)) {
			const setting = { file, text, host: 'markdown', folders: [] } as const;
			const map = sliceMap(text, span);
			// Without an operand it only speaks of the command.
			if (parseCommands(map, setting).commands.every(({ operands }) => operands.length > 0)) { collection.add(map, setting); }
		}
		const { uses: found, ...facts } = collection.facts();
		const uses: ImageUse[] = [...found];
		const commands = [...facts.commands];
		for (const other of others) {
			const before = commands.length;
			commands.push(...other.commands ?? []);
			uses.push(...(other.uses ?? []).map(use => use.command === undefined ? use : { ...use, command: use.command + before }));
		}
		const quay = others.find(other => other.quay)?.quay;
		return {
			...emptyFacts(file, 'markdown', text),
			...facts,
			commands,
			uses: uses.sort((one, other) => one.span.start - other.span.start),
			evidence: others.flatMap(other => other.evidence ?? []),
			entries: others.flatMap(other => other.entries ?? []),
			...(quay && { quay }),
		};
	},
};

function contentMap(text: string, { lines }: Fence): TextMap {
	const builder = new TextMapBuilder();
	for (const { start, end } of lines) { builder.verbatim(text.slice(start, end), start); }
	return builder.build();
}

function yamlFacts(input: ExtractInput, fence: Fence): Partial<FileFacts> {
	const { text } = input;
	const content = contentMap(text, fence);
	if (/^ALLOWED_OCI_ARTIFACT_TYPES[ \t]*:/m.test(content.text)) {
		const quay = readQuayConfig(content, text);
		return quay ? { quay } : {};
	}
	const isCompose = /^services[ \t]*:/m.test(content.text);
	const isWorkflow = !isCompose && /^jobs[ \t]*:/m.test(content.text) && /^(?:on[ \t]*:|[ \t]+runs-on[ \t]*:)/m.test(content.text);
	if (!isCompose && !isWorkflow && !kubernetesCard.matches('fence.yaml', undefined, content.text)) { return {}; }
	const card = isCompose ? composeCard : isWorkflow ? workflowCard : kubernetesCard;
	const { uses, evidence, entries, commands } = card.extract({ ...input, text: onlyFence(text, fence), files: new Map(), builds: [] });
	return { uses, evidence, entries, commands };
}

/** The text with everything outside of the block blank: offsets stay as they are. */
function onlyFence(text: string, { lines }: Fence): string {
	let result = '';
	let from = 0;
	for (const { start, end } of lines) {
		result += text.slice(from, start).replace(/[^\r\n]/g, ' ') + text.slice(start, end);
		from = end;
	}
	return result;
}
