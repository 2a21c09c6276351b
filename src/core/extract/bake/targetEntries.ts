import type { BakePushEntry, BakeTargetEntry, Span, YamlEntry } from '../../model/index.ts';
import { lineEndAt, lineStartAt } from '../../util/lineBounds.ts';
import type { ExtractInput } from '../card.ts';
import { bakeText } from './bakeText.ts';
import type { BakeScope, Placed } from './evaluate.ts';
import type { Attribute, Block, Expression } from './expression.ts';
import { listItems } from './listItems.ts';
import type { ListItem } from './listItems.ts';
import { attributeOf } from './modules.ts';
import type { Modules } from './modules.ts';

/** What the targets of a bake file push and attest: a `bakeTarget` entry for each that can be built, a `bakePush` entry for each `output` that pushes. */
export function targetEntries(input: ExtractInput, modules: Modules): readonly YamlEntry[] {
	const blocks = modules.own.blocks.filter(({ type, labels }) => type === 'target' && labels[0] !== undefined);
	const targets = blocks.filter(({ labels }) => !labels[0]!.startsWith('_')).map(block => ({ block, target: targetOf(block, modules) }));
	/** Who has which `output`, by inheritance too. */
	const usersOf = new Map<Expression, BakeTargetEntry[]>();
	for (const { target } of targets) {
		const value = modules.attribute(target.name, 'output')?.value;
		const users = value && usersOf.get(value);
		if (users) { users.push(target); } else if (value) { usersOf.set(value, [target]); }
	}
	return [
		...targets.map(({ block: { nameSpan }, target }): YamlEntry => ({ path: 'bakeTarget', value: target, keySpan: nameSpan, lineSpan: nameSpan })),
		...blocks.flatMap((block): readonly YamlEntry[] => {
			const own = attributeOf(block, 'output');
			const users = own && usersOf.get(own.value);
			const outputs = users ? listItems(own.value, modules.scope, input.file).map(item => placedText(item)).filter(isPushing) : [];
			if (!users || outputs.length === 0) { return []; }
			return [{
				path: 'bakePush',
				value: pushOf(input.text, input.file, block, own, users, outputs),
				keySpan: own.nameSpan,
				valueSpan: own.value.span,
				lineSpan: own.nameSpan,
			}];
		}),
	];
}

function targetOf(block: Block, modules: Modules): BakeTargetEntry {
	const name = block.labels[0]!;
	const attests = texts(modules.attribute(name, 'attest'), modules.scope);
	// Attestations of several levels are merged by their type.
	const merged = attributeOf(block, 'attest') !== undefined && attributeOf(block, 'inherits') !== undefined;
	return { name, outputs: texts(modules.attribute(name, 'output'), modules.scope), attested: merged || !attests ? undefined : isAttested(attests) };
}

/** Provenance is on unless it is disabled, an SBOM is off unless it is asked for. */
function isAttested(attests: readonly string[]): boolean {
	const of = (type: string): string | undefined => attests.findLast(one => one.split(',').includes(`type=${type}`));
	const isDisabled = (one: string): boolean => /(?:^|,)disabled=(?:true|1)(?:,|$)/.test(one);
	const [provenance, sbom] = [of('provenance'), of('sbom')];
	return provenance === undefined || !isDisabled(provenance) || (sbom !== undefined && !isDisabled(sbom));
}

function texts(list: Placed | undefined, scope: BakeScope): readonly string[] | undefined {
	if (!list) { return []; }
	const items = listItems(list.value, scope, list.path).map(item => placedText(item)?.value);
	const isEmpty = list.value.kind === 'literal' || (list.value.kind === 'list' && list.value.items.length === 0);
	return (items.length === 0 && !isEmpty) || !items.every((item): item is string => item !== undefined) ? undefined : items;
}

/** `undefined` when something in it is not known. */
function placedText({ value: expression, scope }: ListItem): { readonly value: string; readonly span?: Span } | undefined {
	if (expression.kind === 'object') {
		const parts = expression.entries.map(({ key, value }) => ({ key, ...bakeText(value, scope) }));
		return parts.some(({ open }) => open) ? undefined : { value: parts.map(({ key, value }) => `${key}=${value.text}`).join(',') };
	}
	const { value, open } = bakeText(expression, scope);
	if (open) { return undefined; }
	const span = value.outerSpan({ start: 0, end: value.text.length });
	return { value: value.text, ...(expression.kind === 'template' && span.end - span.start === value.text.length && { span }) };
}

function isPushing(output: { readonly value: string; readonly span?: Span } | undefined): output is { readonly value: string; readonly span?: Span } {
	const parts = output?.value.split(',').map(part => part.trim().toLowerCase()) ?? [];
	return parts.includes('type=registry') || (parts.includes('type=image') && parts.includes('push=true'));
}

function pushOf(
	text: string,
	file: string,
	block: Block,
	own: Attribute,
	targets: readonly BakeTargetEntry[],
	outputs: BakePushEntry['outputs'],
): BakePushEntry {
	const attest = attributeOf(block, 'attest');
	const insertion = attest ? undefined : insertionAfter(text, file, own);
	return { targets, outputs, ...(attest?.value.kind === 'list' && { attestSpan: attest.value.span }), ...(insertion && { insertion }) };
}

/** Behind the attribute: in HCL on a line of its own, in JSON behind a comma. */
function insertionAfter(text: string, file: string, { nameSpan, value }: Attribute): BakePushEntry['insertion'] {
	const indent = /[ \t]*"?$/.exec(text.slice(lineStartAt(text, nameSpan.start), nameSpan.start))![0];
	const isFirst = lineStartAt(text, nameSpan.start) + indent.length === nameSpan.start;
	const end = lineEndAt(text, value.span.end);
	const eol = text.charAt(end - 1) === '\r' ? '\r\n' : '\n';
	if (file.endsWith('.json')) {
		return { offset: value.span.end, before: isFirst ? `,${eol}${indent.replace('"', '')}"attest": ` : ', "attest": ' };
	}
	const lineEnd = end - eol.length + 1;
	// The equals signs of a block stand below one another.
	const gap = ' '.repeat(Math.max(0, /^[ \t]*/.exec(text.slice(nameSpan.end))![0].length - 1 + (nameSpan.end - nameSpan.start) - 'attest'.length));
	return isFirst && /^\s*(?:(?:#|\/\/).*)?$/.test(text.slice(value.span.end, lineEnd))
		? { offset: lineEnd, before: `${eol}${indent}attest${gap} = ` }
		: undefined;
}
