import { editDistance } from './editDistance.ts';

/**
 * The tags most likely meant, best first: the same with or without `v`, then those of the same variant (`-alpine`) and the
 * same major.minor, then the fewest letters to change. Nothing that is too far away is offered.
 */
export function nearestTags(wanted: string, tags: readonly string[], limit = 3): readonly string[] {
	const own = partsOf(wanted);
	// Thousands of tags share a handful of variants.
	const variants = new Map<string, number>();
	const variantDistance = (suffix: string): number => {
		const known = variants.get(suffix) ?? (suffix === own.suffix ? 0 : editDistance(own.suffix, suffix, 2));
		variants.set(suffix, known);
		return known;
	};
	const near = tags.flatMap(tag => {
		if (tag === wanted || isMachineMade(tag)) { return []; }
		const parts = partsOf(tag);
		const score = scoreOf(own, wanted, parts, tag, variantDistance);
		return score < tooFar ? [{ tag, numbers: parts.numbers, score, gap: gapOf(own.numbers, parts.numbers) }] : [];
	});
	return near
		.sort((a, b) => a.score - b.score || a.gap - b.gap || newestFirst(a.numbers, b.numbers) || (a.tag < b.tag ? -1 : 1))
		.slice(0, limit)
		.map(({ tag }) => tag);
}

/**
 * True when the change is the same version spelt right (`3.8.5` and `v3.8.5`, `20-alpin` and `20-alpine`): safe to make without
 * a person looking. Another version never is.
 */
export function isSameVersion(wanted: string, tag: string): boolean {
	const [own, other] = [partsOf(wanted), partsOf(tag)];
	return own.numbers.join('.') === other.numbers.join('.') && editDistance(withoutV(wanted), withoutV(tag), 2) <= 2;
}

/** Tags that are versions and nothing else, the newest first and the longest of them; dates are no versions where there are others. */
export function newestVersions(tags: readonly string[]): readonly string[] {
	const versions = tags.flatMap(tag => {
		const { numbers, suffix } = partsOf(tag);
		return numbers.length > 0 && suffix === '' ? [{ tag, numbers }] : [];
	});
	const isDate = ({ numbers }: { readonly numbers: readonly number[] }): boolean => (numbers[0] ?? 0) >= 100_000;
	const plain = versions.filter(version => !isDate(version));
	return (plain.length > 0 ? plain : versions).sort((a, b) => newestFirst(a.numbers, b.numbers)).map(({ tag }) => tag);
}

const tooFar = 100;

interface Parts {
	/** `v` or nothing. */
	readonly prefix: string;
	readonly numbers: readonly number[];
	/** What follows the version: `-alpine3.20`, or the whole tag without one. */
	readonly suffix: string;
}

/** Lower is nearer; {@link tooFar} and more is not offered. */
function scoreOf(own: Parts, wanted: string, other: Parts, tag: string, variantDistance: (suffix: string) => number): number {
	if (withoutV(wanted) === withoutV(tag)) { return 0; }
	if (wanted.toLowerCase() === tag.toLowerCase()) { return 1; }
	if (own.numbers.length === 0 || other.numbers.length === 0) {
		const limit = Math.min(4, Math.max(1, Math.floor(wanted.length / 3)));
		const distance = editDistance(wanted, tag, limit);
		return distance <= limit ? 10 + distance : tooFar;
	}
	const sameSuffix = own.suffix === other.suffix;
	const suffixDistance = variantDistance(other.suffix);
	const samePrefix = own.prefix === other.prefix ? 0 : 1;
	const equal = own.numbers.findIndex((number, index) => other.numbers[index] !== number);
	const common = equal === -1 ? own.numbers.length : equal;
	// A misspelt variant of the very same version is the likeliest slip after a missing "v".
	if (common === own.numbers.length && other.numbers.length === own.numbers.length && suffixDistance <= 2) { return 2 + suffixDistance + samePrefix; }
	if (!sameSuffix && !(suffixDistance <= 2 && own.suffix !== '')) {
		const distance = common >= 1 ? editDistance(wanted, tag, 2) : tooFar;
		return distance <= 2 ? 40 + distance : tooFar;
	}
	if (common >= Math.min(2, own.numbers.length) && common > 0) { return 10 + samePrefix + suffixDistance; }
	if (common === 1) { return 20 + samePrefix + suffixDistance; }
	return editDistance(wanted, tag, 1) <= 1 ? 31 : tooFar;
}

/** Among equals: how far the version numbers are apart, the first ones weighing most. */
function gapOf(own: readonly number[], other: readonly number[]): number {
	let sum = 0;
	let weight = 1e6;
	for (let index = 0; index < Math.max(own.length, other.length); index++) {
		sum += Math.min(Math.abs((own[index] ?? 0) - (other[index] ?? 0)), 999) * weight;
		weight /= 1000;
	}
	return sum + Math.abs(own.length - other.length) / 10;
}

function newestFirst(left: readonly number[], right: readonly number[]): number {
	for (let index = 0; index < Math.max(left.length, right.length); index++) {
		const difference = (right[index] ?? -1) - (left[index] ?? -1);
		if (difference !== 0) { return difference; }
	}
	return 0;
}

function partsOf(tag: string): Parts {
	const match = /^(v?)(\d+(?:\.\d+)*)(.*)$/s.exec(tag);
	if (!match) { return { prefix: '', numbers: [], suffix: tag }; }
	return { prefix: match[1] ?? '', numbers: (match[2] ?? '').split('.').map(Number), suffix: match[3] ?? '' };
}

function withoutV(tag: string): string {
	return tag.replace(/^[vV](?=\d)/, '');
}

/** Signatures, attestations and referrers that tools keep beside the images. */
function isMachineMade(tag: string): boolean {
	return /^sha256-[0-9a-f]{64}/.test(tag);
}
