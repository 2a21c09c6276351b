import type { Target } from '../model/index.ts';
import { targets } from './index.ts';

/** The target that a registry host is, by the longest pattern that matches; `host` may have a port. */
export function targetOfHost(host: string): Target | undefined {
	const name = host.toLowerCase().replace(/:\d+$/, '');
	let best: { readonly target: Target; readonly length: number } | undefined;
	for (const target of targets) {
		for (const pattern of target.hosts) {
			if (pattern.length > (best?.length ?? 0) && matches(pattern, name)) { best = { target, length: pattern.length }; }
		}
	}
	return best?.target;
}

/** `*` stands for one or more characters. */
function matches(pattern: string, name: string): boolean {
	const parts = pattern.split('*');
	const first = parts[0] ?? '';
	if (parts.length === 1) { return first === name; }
	if (!name.startsWith(first)) { return false; }
	let at = first.length;
	for (const part of parts.slice(1, -1)) {
		const found = name.indexOf(part, at + 1);
		if (found === -1) { return false; }
		at = found + part.length;
	}
	const last = parts.at(-1) ?? '';
	return name.endsWith(last) && name.length - last.length > at;
}
