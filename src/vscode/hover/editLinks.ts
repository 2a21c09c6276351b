import type { Finding } from '../../core/model/index.ts';
import { editTarget } from '../useTarget.ts';
import { commandLink, foreign } from './markdown.ts';
import type { UseView } from './useView.ts';

/** The edits that findings offer as links named by what they put in: `v3.8.5 · v3.8.6`, `quay.io/projectquay/quay`. */
export function editLinks({ facts, textOf }: UseView, findings: readonly Finding[], most: number): readonly string[] {
	return findings
		.flatMap(({ fixes }) => fixes)
		.filter(({ edits }) => edits[0] && edits[0].newText.trim() !== '' && !edits[0].newText.includes('\n'))
		.slice(0, most)
		.map(fix => commandLink(
			foreign(String(fix.title.args?.['name'] ?? fix.title.args?.['tag'] ?? fix.edits[0]?.newText)),
			'applyFix',
			editTarget(facts.file, fix, textOf),
		));
}
