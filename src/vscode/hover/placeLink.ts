import { lineIndex } from '../../core/util/lineIndex.ts';
import type { Place } from '../../core/model/index.ts';
import { t } from '../l10n.ts';
import type { PlaceTarget } from '../useTarget.ts';
import { commandLink, foreign } from './markdown.ts';
import type { UseView } from './useView.ts';

/** A link to a place: `line 1` in the file itself, the file's name for another one. */
export function placeLink({ facts }: UseView, place: Place): string {
	const target: PlaceTarget = { file: place.file, start: place.span.start, end: place.span.end };
	const label = place.file === facts.file
		? t('line {line}', { line: lineIndex(facts.text).positionAt(place.span.start).line + 1 })
		: foreign(place.file.slice(place.file.lastIndexOf('/') + 1));
	return commandLink(label, 'goTo', target);
}
