/** Dates (ISO 8601) as people read them. Text that is no date comes back as it is. */
export interface Times {
	/** `9 Sep 2025` */
	date(iso: string): string;
	/** `9 Sep 2025, 01:12 UTC` */
	dateTime(iso: string): string;
	/** `2025-09-09 01:12 UTC`, for comparing character by character. */
	plainDateTime(iso: string): string;
	/** `3 Oct, 16:02`, on the clock of this machine. */
	shortDateTime(iso: string): string;
	/** `4 min ago` */
	ago(iso: string, now: number): string;
}

/** Dates in a locale that Intl takes. */
export function createTimes(locale: string): Times {
	// The English that VS Code speaks is nobody's in particular; day, month, year is read the same way everywhere.
	const english = /^en(?:-US)?$/.test(locale);
	const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
	const dayHere = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
	const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' });
	const timeHere = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
	const relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'always' });
	const write = (format: Intl.DateTimeFormat, at: Date) => english ? dayFirst(format, at) : format.format(at);
	const withDate = (iso: string, draw: (at: Date) => string) => {
		const at = new Date(iso);
		return Number.isNaN(at.getTime()) ? iso : draw(at);
	};
	return {
		date: iso => withDate(iso, at => write(day, at)),
		dateTime: iso => withDate(iso, at => `${write(day, at)}, ${time.format(at)} UTC`),
		plainDateTime: iso => withDate(iso, at => `${at.toISOString().slice(0, 10)} ${at.toISOString().slice(11, 16)} UTC`),
		shortDateTime: iso => withDate(iso, at => `${write(dayHere, at)}, ${timeHere.format(at)}`),
		ago: (iso, now) => withDate(iso, at => {
			const text = since(relative, (now - at.getTime()) / 1000);
			return english ? text.replace('.', '') : text;
		}),
	};
}

function dayFirst(format: Intl.DateTimeFormat, at: Date): string {
	const parts = format.formatToParts(at);
	return (['day', 'month', 'year'] as const)
		.flatMap(type => parts.filter(part => part.type === type).map(part => part.value))
		.join(' ');
}

const spans = [['day', 86_400], ['hour', 3600], ['minute', 60]] as const;

function since(relative: Intl.RelativeTimeFormat, seconds: number): string {
	for (const [unit, length] of spans) {
		if (seconds >= length) { return relative.format(-Math.floor(seconds / length), unit); }
	}
	return relative.format(-Math.max(0, Math.floor(seconds)), 'second');
}
