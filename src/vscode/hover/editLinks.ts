import type { Finding } from '../../core/model/index.ts';
import type { EditTarget } from '../useTarget.ts';
import { commandLink, foreign } from './markdown.ts';
import type { UseView } from './useView.ts';

/** The edits that findings offer as links named by the new text: `v3.8.5 · v3.8.6`. */
export function editLinks({ facts }: UseView, findings: readonly Finding[], most: number): readonly string[] {
	return findings.flatMap(({ fixes }) => fixes).filter(({ edits }) => edits.length === 1 && edits[0]!.newText.trim() !== '' && !edits[0]!.newText.includes('\n')).slice(0, most)
		.map(({ edits }) => {
			const target: EditTarget = {
				file: facts.file,
				edits: edits.map(edit => ({ ...edit, was: facts.text.slice(edit.span.start, edit.span.end) })),
			};
			return commandLink(foreign(edits[0]!.newText), 'applyFix', target);
		});
}
