import { createSizes, type Sizes } from './sizes.ts';
import { createTimes, type Times } from './times.ts';

/** What fills the `{name}` slots of a text. */
export type Args = Readonly<Record<string, string | number>>;

/** All words, numbers and dates of the pages, in the locale of VS Code. */
export interface Words extends Sizes, Times {
	/** BCP 47. */
	readonly locale: string;
	/** The translation of an English text, with `{name}` slots filled. */
	t(text: string, args?: Args): string;
	/** One of two texts by number; `{n}` is the number. German and Finnish have the same two forms. */
	n(count: number, one: string, other: string, args?: Args): string;
	number(value: number): string;
	/** `34 %` */
	percent(share: number): string;
	/** `34 percent` */
	percentSpoken(share: number): string;
}

/** @param strings English text -> translation; what it lacks stays English */
export function createWords(locale: string, strings: Readonly<Record<string, string>>): Words {
	const known = supported(locale);
	const plain = new Intl.NumberFormat(known);
	const percentLong = new Intl.NumberFormat(known, { style: 'unit', unit: 'percent', unitDisplay: 'long', maximumFractionDigits: 0 });
	const plural = new Intl.PluralRules(known);
	const t = (text: string, args: Args = {}) => fill(Object.hasOwn(strings, text) ? strings[text] ?? text : text, args);
	return {
		locale: known,
		t,
		n: (count, one, other, args = {}) => t(plural.select(count) === 'one' ? one : other, { ...args, n: plain.format(count) }),
		number: value => plain.format(value),
		percent: share => `${plain.format(Math.round(share * 100))}\u00a0%`,
		percentSpoken: share => percentLong.format(Math.round(share * 100)),
		...createSizes(known),
		...createTimes(known),
	};
}

/** A locale that Intl does not take (VS Code's pseudo-languages) becomes English. */
function supported(locale: string): string {
	try {
		return Intl.getCanonicalLocales(locale)[0] ?? 'en';
	} catch {
		return 'en';
	}
}

function fill(text: string, args: Args): string {
	return text.replace(/\{(\w+)\}/g, (slot, name: string) => Object.hasOwn(args, name) ? String(args[name]) : slot);
}
