import assert from 'node:assert/strict';
import type { FileFacts, Place, Span } from '../../../src/core/model/index.ts';

/** All that must hold of facts whatever the text: spans inside it, in order, and every `text` exactly what its span covers. */
export function assertExact(facts: FileFacts): void {
	const { file, text, uses, commands, steps, builds, evidence, entries, dockerfile, quay } = facts;
	const inside = (span: Span | undefined, what: string): void => {
		assert.ok(!span || (span.start >= 0 && span.start <= span.end && span.end <= text.length), `${what}: ${JSON.stringify(span)} of ${text.length}`);
	};
	const here = (place: Place | undefined, what: string): void => { if (place?.file === file) { inside(place.span, what); } };
	const exact = (one: { readonly span: Span; readonly text: string }, what: string): void => {
		inside(one.span, what);
		assert.equal(one.text, text.slice(one.span.start, one.span.end), what);
	};

	for (const use of uses) {
		exact(use, use.kind);
		assert.ok(use.span.end > use.span.start, `${use.kind}: nothing is written`);
		inside(use.errorSpan, `${use.kind} error`);
		inside(use.owner?.span, `${use.kind} owner`);
		for (const [part, span] of Object.entries(use.spans)) {
			inside(span, `${use.kind} ${part}`);
			// A variable's value stands elsewhere; Helm and kustomizations keep repository and tag apart.
			assert.ok(use.span.start <= span.start && span.end <= use.span.end || use.variables.length > 0 || facts.kind === 'helm-values' || file.endsWith('kustomization.yaml'), `${use.kind}: ${part} lies outside`);
		}
		for (const { source, name } of use.variables) { here(source, `variable ${name}`); }
		assert.equal(use.class === 'invalid', use.error !== undefined, `${use.kind}: ${use.class} and ${use.error?.message}`);
		if (use.command !== undefined) { assert.ok(commands[use.command], `${use.kind}: no command ${use.command}`); }
	}
	for (const command of commands) {
		for (const word of [...command.operands, ...command.flags.flatMap(({ value }) => value ?? []), ...command.environment.map(({ value }) => value)]) { exact(word, command.tool); }
		for (const flag of command.flags) { inside(flag.span, flag.name); inside(flag.nameSpan, flag.name); }
		for (const span of [command.span, command.toolSpan, command.subcommandSpan]) { inside(span, command.tool); }
	}
	for (const step of steps) {
		inside(step.span, step.action);
		inside(step.usesSpan, step.action);
		for (const { name, keySpan, valueSpan, lineSpan } of step.inputs) { for (const span of [keySpan, valueSpan, lineSpan]) { inside(span, `${step.action} ${name}`); } }
		if (step.insertion) { inside({ start: step.insertion.offset, end: step.insertion.offset }, `${step.action} insertion`); }
	}
	for (const { at, label } of builds) { here(at, label); }
	for (const { span, target } of evidence) { inside(span, target); }
	for (const { path, keySpan, valueSpan, lineSpan } of entries) { for (const span of [keySpan, valueSpan, lineSpan]) { inside(span, path); } }
	for (const { keyword, span, keywordSpan } of dockerfile?.instructions ?? []) { inside(span, keyword); inside(keywordSpan, keyword); }
	for (const { span, nameSpan } of dockerfile?.stages ?? []) { inside(span, 'stage'); inside(nameSpan, 'stage'); }
	for (const { name, nameSpan, valueSpan } of dockerfile?.args ?? []) { inside(nameSpan, name); inside(valueSpan, name); }
	for (const { keySpan, layerTypes } of quay?.types ?? []) { inside(keySpan, 'type'); for (const { span } of layerTypes) { inside(span, 'layer type'); } }
}
