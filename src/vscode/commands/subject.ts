import * as vscode from 'vscode';
import type { Reference } from '../../core/model/index.ts';
import { parseReference } from '../../core/reference/parseReference.ts';
import { useView, type UseView } from '../hover/useView.ts';
import type { Session } from '../session.ts';
import type { UseTarget } from '../useTarget.ts';
import type { ImageNode } from '../view/imageNode.ts';

/** What a command is about: a reference, and the place in a file that names it when it came from one. */
export interface Subject {
	readonly reference?: Reference;
	readonly view?: UseView;
}

/** Reads what a command was called with: an item of the tree, a link of a hover, a name, or nothing: then the cursor decides. */
export function subjectOf(session: Session, argument: unknown): Subject | undefined {
	if (typeof argument === 'string') { return named(argument); }
	if (isImageNode(argument)) { return argument.places[0] && viewed(argument.places[0]); }
	if (isUseTarget(argument)) {
		const state = session.states.get(argument.file);
		const use = state?.facts.uses.find(({ span, text }) => span.start === argument.start && text === argument.text);
		return state && use ? viewed(useView(session, state, use)) : argument.reference ? named(argument.reference) : undefined;
	}
	const editor = vscode.window.activeTextEditor;
	const found = editor && session.useAt(editor.document, editor.selection.active);
	return found && viewed(useView(session, found.state, found.use));
}

/** An item of the tree. */
export function isImageNode(value: unknown): value is ImageNode {
	return typeof value === 'object' && value !== null && 'type' in value && value.type === 'image' && 'places' in value;
}

function viewed(view: UseView): Subject {
	return { view, ...view.reference && { reference: view.reference } };
}

function named(text: string): Subject | undefined {
	const parsed = parseReference(text.trim());
	return parsed.ok ? { reference: parsed.reference } : undefined;
}

function isUseTarget(value: unknown): value is UseTarget {
	return typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string'
		&& 'start' in value && typeof value.start === 'number' && 'text' in value && typeof value.text === 'string';
}
