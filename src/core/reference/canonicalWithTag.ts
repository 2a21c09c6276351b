import type { Reference } from '../model/index.ts';

/** The reference as a pull means it: `:latest` is added when neither tag nor digest is there (`TagNameOnly` of distribution/reference). */
export function canonicalWithTag({ canonical, tag, digest }: Pick<Reference, 'canonical' | 'tag' | 'digest'>): string {
	return tag === undefined && digest === undefined ? `${canonical}:latest` : canonical;
}
