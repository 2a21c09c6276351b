import { layerType } from '../state/mediaTypes.ts';
import { safeText } from '../state/safeText.ts';
import type { Words } from '../state/words.ts';
import type { DetailAction, DetailFact } from './detail.ts';

/** When it was made, where that is known. */
export function created(iso: string | undefined, words: Words): readonly DetailFact[] {
	return iso === undefined ? [] : [{ label: words.t('Created'), value: words.dateTime(safeText(iso)) }];
}

/** Size, short and in bytes. */
export function sizeFact(bytes: number, words: Words): DetailFact {
	return { label: words.t('Size'), value: words.size(bytes), ...bytes >= 1000 && { extra: `(${words.bytes(bytes)})` }, short: words.size(bytes) };
}

/** The media type, in words where there is little room. */
export function mediaFact(mediaType: string, words: Words): DetailFact {
	return { label: words.t('Media type'), value: safeText(mediaType), mono: true, short: safeText(layerType(mediaType)) };
}

/** The whole digest, its beginning where there is little room. */
export function digestFact(digest: string, words: Words): DetailFact {
	return { label: words.t('Digest'), value: safeText(digest), mono: true, short: safeText(digest, 19) };
}

/** *Copy digest* */
export function copyDigest(digest: string, words: Words): DetailAction {
	return { type: 'copy', label: words.t('Copy digest'), raw: digest, what: 'digest' };
}

/** *Raw JSON* */
export function rawJson(digest: string, words: Words): DetailAction {
	return { type: 'rawJson', label: words.t('Raw JSON'), digest };
}
