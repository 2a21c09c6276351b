/** What of package.json the settings table needs. */
interface Setting {
	readonly type?: string;
	readonly enum?: readonly string[];
	readonly default?: unknown;
	readonly description?: string;
	readonly markdownDescription?: string;
}

/** A Markdown table of all settings, in the order of package.json; descriptions that are `%key%` come from package.nls.json. */
export function settingsTable(configuration: unknown, texts: Readonly<Record<string, string>>): string {
	const sections = (Array.isArray(configuration) ? configuration : [configuration]) as readonly { readonly properties?: Readonly<Record<string, Setting>> }[];
	const rows = sections.flatMap(({ properties }) => Object.entries(properties ?? {})).map(([id, setting]) => {
		const written = setting.markdownDescription ?? setting.description ?? '';
		const text = written
			.replace(/^%(.*)%$/, (whole, key: string) => texts[key] ?? whole)
			.replace(/\[([^\]]+)\]\(command:[^)]*\)/g, '')
			.replaceAll('\n', ' ')
			.replaceAll('|', '\\|')
			.trim();
		return `| \`${id}\` | \`${JSON.stringify(id === 'pullcheck.severity' ? {} : setting.default)}\` | ${text} |`;
	});
	return ['| setting | default | what |', '|---|---|---|', ...rows].join('\n');
}
