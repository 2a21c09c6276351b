/** Letters to insert, delete, change or swap to get from one text to the other; `limit + 1` when it is more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) { return limit + 1; }
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		let least = row;
		for (let column = 1; column <= b.length; column++) {
			const cost = a[row - 1] === b[column - 1] ? 0 : 1;
			let value = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + cost);
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
				value = Math.min(value, beforeLast[column - 2]! + 1);
			}
			current.push(value);
			least = Math.min(least, value);
		}
		if (least > limit) { return limit + 1; }
		beforeLast = last;
		last = current;
	}
	return Math.min(last[b.length]!, limit + 1);
}
