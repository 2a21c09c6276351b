/** Sizes in bytes as people read and hear them: decimal, in the locale. */
export interface Sizes {
	/** `126 B`, `8.41 kB`, `305.2 MB`: two decimals below ten, else one. */
	size(bytes: number): string;
	/** `305.2 megabytes` */
	sizeSpoken(bytes: number): string;
	/** `102,413,877 bytes` */
	bytes(bytes: number): string;
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const;

/** Sizes in a locale that Intl takes. */
export function createSizes(locale: string): Sizes {
	const formats = new Map<string, Intl.NumberFormat>();
	const format = (unit: string, unitDisplay: 'short' | 'long', digits: number) => {
		const key = `${unit} ${unitDisplay} ${digits}`;
		const known = formats.get(key) ?? new Intl.NumberFormat(locale, {
			style: 'unit', unit, unitDisplay, minimumFractionDigits: digits, maximumFractionDigits: digits,
		});
		formats.set(key, known);
		return known;
	};
	const plain = new Intl.NumberFormat(locale);
	const byte = byteSymbol(locale);
	return {
		size: bytes => {
			const { value, unit, digits } = scaled(bytes);
			return unit === 'byte' ? `${plain.format(value)} ${byte}` : format(unit, 'short', digits).format(value);
		},
		sizeSpoken: bytes => {
			const { value, unit, digits } = scaled(bytes);
			return format(unit, 'long', digits).format(value);
		},
		bytes: bytes => format('byte', 'long', 0).format(bytes),
	};
}

/** Rounded before the unit is chosen, so that 999,999 is 1.00 MB and not 1,000.0 kB. */
function scaled(bytes: number): { value: number; unit: typeof units[number]; digits: number } {
	let step = 0;
	let value = Math.max(0, bytes);
	while (step < units.length - 1 && (step === 0 ? value >= 1000 : value >= 999.95)) {
		value /= 1000;
		step++;
	}
	const digits = step === 0 ? 0 : value < 9.995 ? 2 : 1;
	return { value, unit: units[step] ?? 'byte', digits };
}

/** Intl writes "126 byte" in English; the symbol is that of the kilobyte without its k (`kB`, Finnish `kt`). */
function byteSymbol(locale: string): string {
	const parts = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', unitDisplay: 'short' }).formatToParts(1);
	return parts.find(part => part.type === 'unit')?.value.replace(/^k/i, '') ?? 'B';
}
