import { together } from '../choices.ts';
import type { Choice } from '../shellScope.ts';

/** What an expression gives on each way; `optional` where nobody has said what a name stands for that may stand for nothing. */
export type Result = { readonly ways: readonly OneWay[] } | { readonly unknown: true; readonly optional?: boolean };

/** One value of an expression. */
export interface OneWay {
	readonly value: string | boolean;
	readonly when: Choice['when'];
	readonly environmentDependent?: boolean;
}

/** Only a run knows. */
export const unknown: Result = { unknown: true };
/** On every way. */
export const anyWay: Choice['when'] = new Map();
/** More values than these are no list that anybody wants to see. */
const most = 16;

/** The same on all ways. */
export function literal(value: string | boolean): Result {
	return { ways: [{ value, when: anyWay }] };
}

/** `left || right` */
export function either(left: Result, right: Result): Result {
	if ('unknown' in left) {
		// What may be given from outside, and what stands in for it.
		return left.optional && !('unknown' in right) ? { ways: right.ways.map(way => ({ ...way, environmentDependent: true })) } : unknown;
	}
	return chain(left.ways, right, truthy);
}

/** `left && right` */
export function both(left: readonly OneWay[], right: Result): Result {
	return chain(left, right, value => !truthy(value));
}

/** `left == right`, or with `same` false `!=`; texts are compared without regard to case. */
export function equality(left: Result, right: Result, same: boolean): Result {
	return combined([left, right], ([one, other]) => (String(one).toLowerCase() === String(other).toLowerCase()) === same);
}

/** What `join` makes of several results, on every way that they can go together. */
export function combined(results: readonly Result[], join: (values: readonly (string | boolean)[]) => string | boolean): Result {
	let found: readonly { readonly values: readonly (string | boolean)[]; readonly way: Omit<OneWay, 'value'> }[] = [{ values: [], way: { when: anyWay } }];
	for (const result of results) {
		if ('unknown' in result) { return unknown; }
		found = found.flatMap(({ values, way }) => result.ways.flatMap(each => {
			const when = together(way.when, each.when);
			const environmentDependent = way.environmentDependent === true || each.environmentDependent === true;
			return when ? [{ values: [...values, each.value], way: { when, ...(environmentDependent && { environmentDependent }) } }] : [];
		}));
		if (found.length > most) { return unknown; }
	}
	return { ways: found.map(({ values, way }) => ({ ...way, value: join(values) })) };
}

/** Each way of `left` that `stays`, and `right` in place of the others. */
function chain(left: readonly OneWay[], right: Result, stays: (value: OneWay['value']) => boolean): Result {
	const ways: OneWay[] = [];
	for (const way of left) {
		if (stays(way.value)) { ways.push(way); continue; }
		if ('unknown' in right) { return unknown; }
		for (const each of right.ways) {
			const when = together(way.when, each.when);
			if (when) { ways.push({ ...each, when }); }
		}
	}
	return ways.length > most ? unknown : { ways };
}

function truthy(value: OneWay['value']): boolean {
	return value !== false && value !== '';
}
