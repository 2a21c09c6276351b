const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Bytes as people read them, decimal units, three significant figures: `305 MB`, `79.1 MB`, `32 B`. */
export function formatSize(bytes: number, locale = 'en'): string {
	let value = bytes;
	let unit = 0;
	while (value >= 999.5 && unit < units.length - 1) {
		value /= 1000;
		unit += 1;
	}
	const digits = unit === 0 ? 0 : value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
	return `${new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false }).format(value)} ${units[unit]!}`;
}
