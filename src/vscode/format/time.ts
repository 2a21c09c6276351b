import * as vscode from 'vscode';
import { t } from '../l10n.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How long ago: `just now`, `4 min ago`, `2 h ago`, else `yesterday 16:02` or the date. `at` is ISO 8601. */
export function ago(at: string, now = Date.now()): string {
	const passed = now - Date.parse(at);
	if (Number.isNaN(passed)) { return at; }
	if (passed < minute) { return t('just now'); }
	if (passed < hour) { return t('{count} min ago', { count: Math.floor(passed / minute) }); }
	if (passed < 12 * hour) { return t('{count} h ago', { count: Math.floor(passed / hour) }); }
	const days = Math.round((midnight(now) - midnight(Date.parse(at))) / (24 * hour));
	if (days === 0) { return t('today {time}', { time: clock(at) }); }
	return days === 1 ? t('yesterday {time}', { time: clock(at) }) : day(at);
}

/** How long ago in one unit, as tags are compared: `2 days ago`, `3 months ago`; within a day as `ago`. */
export function age(at: string, now = Date.now()): string {
	const days = Math.floor((now - Date.parse(at)) / (24 * hour));
	if (!(days >= 1)) { return ago(at, now); }
	const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'always' });
	return days < 60
		? format.format(-days, 'day')
		: days < 730 ? format.format(-Math.floor(days / 30.44), 'month')
		: format.format(-Math.floor(days / 365.25), 'year');
}

/** The time of day, `14:20`. */
export function clock(at: string): string {
	return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));
}

/** The date, `9 Sep 2025`. Images built without a clock carry the year 1970 or none: `undefined` text then stays away. */
export function day(at: string): string {
	const date = new Date(at);
	if (Number.isNaN(date.getTime())) { return at; }
	const format = new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric' });
	if (!vscode.env.language.startsWith('en')) { return format.format(date); }
	const parts = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
	return `${parts.day} ${parts.month} ${parts.year}`;
}

function locale(): string {
	return vscode.env.language === 'en' ? 'en-US' : vscode.env.language;
}

function midnight(at: number): number {
	return new Date(at).setHours(0, 0, 0, 0);
}
