import { getNodeValue, type Node } from 'jsonc-parser';
import { diagnoses } from '../core/diagnoses/index.ts';
import { targets } from '../core/targets/index.ts';
import { isPlatform } from './isPlatform.ts';

/** What is wrong in a settings file, and where. */
export interface SettingProblem {
	readonly offset: number;
	readonly message: string;
}

/** Answers what is wrong with a value; `undefined` when nothing is. */
type Check = (value: unknown) => string | undefined;

const severities = ['error', 'warning', 'info', 'hint', 'off'];
const list = (what: string, item: Check): { readonly what: string; readonly item: Check } => ({ what, item });
const text: Check = value => (typeof value === 'string' ? undefined : 'must be a text');
const oneOf = (...allowed: readonly string[]): Check => value => (allowed.includes(value as string) ? undefined : `takes ${allowed.join(', ')}`);

const values = new Map<string, Check>([
	['$schema', () => undefined],
	['profile', oneOf('default', 'strict', 'quiet')],
	['failOn', oneOf('error', 'warning', 'never')],
	['offline', value => (typeof value === 'boolean' ? undefined : 'must be true or false')],
	['baseline', value => (typeof value === 'string' ? undefined : 'must be a file name')],
]);

const lists = new Map([
	['targets', list('targets', value =>
		(targets.some(({ id }) => id === value) ? undefined : `unknown target; known are ${targets.map(({ id }) => id).join(', ')}`))],
	['platforms', list('platforms', value =>
		(typeof value === 'string' && isPlatform(value) ? undefined : 'must be OS/ARCH or OS/ARCH/VARIANT, for example linux/arm64'))],
	['exclude', list('patterns', text)],
	['insecureHosts', list('hosts', text)],
	['allowHosts', list('hosts', text)],
	['denyHosts', list('hosts', text)],
]);

/** The editor's names are taken as well: `pullcheck.severity` is `severity`. */
export function settingName(written: string): string {
	return written.replace(/^pullcheck\./, '');
}

/** All that is wrong in the settings, in the order of the text. */
export function settingProblems(root: Node): readonly SettingProblem[] {
	if (root.type !== 'object') { return [{ offset: root.offset, message: 'the settings must be an object' }]; }
	return entriesOf(root).flatMap(([written, value, keyNode]) => {
		const key = settingName(written);
		const problem = values.get(key)?.(getNodeValue(value));
		if (problem !== undefined) { return [{ offset: value.offset, message: `"${key}" ${problem}` }]; }
		if (values.has(key)) { return []; }
		if (key === 'severity') { return severityProblems(value); }
		const items = lists.get(key);
		if (!items) { return [{ offset: keyNode.offset, message: `"${written}" is no setting` }]; }
		if (value.type !== 'array') { return [{ offset: value.offset, message: `"${key}" must be a list of ${items.what}` }]; }
		return (value.children ?? []).flatMap(item => {
			const wrong = items.item(getNodeValue(item));
			return wrong === undefined ? [] : [{ offset: item.offset, message: `${JSON.stringify(getNodeValue(item))} in "${key}": ${wrong}` }];
		});
	});
}

function severityProblems(node: Node): readonly SettingProblem[] {
	if (node.type !== 'object') { return [{ offset: node.offset, message: '"severity" must be an object' }]; }
	return entriesOf(node).flatMap(([code, value, keyNode]) => {
		if (!diagnoses.some(diagnosis => diagnosis.code === code)) {
			return [{ offset: keyNode.offset, message: `"severity": there is no diagnosis "${code}"` }];
		}
		return severities.includes(getNodeValue(value) as string)
			? []
			: [{ offset: value.offset, message: `"severity": ${code} takes ${severities.join(', ')}` }];
	});
}

function entriesOf(node: Node): readonly (readonly [key: string, value: Node, keyNode: Node])[] {
	return (node.children ?? []).flatMap(({ children }) => {
		const [key, value] = children ?? [];
		return key && value ? [[String(key.value), value, key] as const] : [];
	});
}
