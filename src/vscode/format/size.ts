import * as vscode from 'vscode';

const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes as people read them: decimal, three digits, in the display language: `305 MB`. */
export function size(bytes: number): string {
	if (bytes < 1000) { return `${new Intl.NumberFormat(vscode.env.language).format(bytes)} ${vscode.env.language.startsWith('fi') ? 't' : 'B'}`; }
	const step = Math.min(Math.floor(Math.log10(Math.round(Number(bytes.toPrecision(3)))) / 3), units.length);
	return new Intl.NumberFormat(vscode.env.language, {
		style: 'unit',
		unit: units[step - 1]!,
		unitDisplay: 'short',
		minimumSignificantDigits: 3,
		maximumSignificantDigits: 3,
	})
		.format(bytes / 1000 ** step);
}
