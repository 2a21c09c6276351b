import { lineEndAt } from '../../util/lineBounds.ts';
import { nestsTooDeep } from '../nestsTooDeep.ts';
import { blankTemplates, withoutDefinitions } from './blankTemplates.ts';
import { jsonYaml } from './jsonYaml.ts';
import { packageYaml } from './packageYaml.ts';
import { plainYaml } from './plainYaml.ts';
import type { YamlDocument } from './yamlNode.ts';

/** Characters up to which unusual YAML goes through the full parser, which is not linear in the worst case. */
export const largestForPackage = 128 * 1024;

const deepest = 300;
const widestForPackage = 16 * 1024;
const largestTemplate = 1024 * 1024;

/**
 * Reads a YAML (or JSON) stream with exact offsets. Never throws; time is bounded: everyday YAML is read by `plainYaml`, unusual YAML by the
 * `yaml` package, and what is large and unusual, or nested beyond the stack, line by line with the odd lines left out; so is what is broken.
 * Template actions (`{{ … }}`) that make a text no YAML are blanked; their places hold `templateMark`s. Those of workflows (`${{ … }}`) only
 * where nothing else helps; then what `{{ define }}` keeps is left out.
 */
export function readYaml(written: string): readonly YamlDocument[] {
	// YAML also ends lines at a lone carriage return; nothing moves by writing another character for it.
	const text = /\r(?!\n)/.test(written) ? written.replace(/\r(?!\n)/g, '\n') : written;
	const plain = plainYaml(text);
	if (plain) { return plain; }
	const tooDeep = nestsTooDeep(text, deepest);
	const json = tooDeep ? undefined : jsonYaml(text);
	if (json) { return json; }
	const candidates = text.length <= largestTemplate
		? new Set([blankTemplates(text, true), blankTemplates(text), blankTemplates(withoutDefinitions(text))])
		: [text];
	let blanked = text;
	// The full parser is slow, and a file that somebody is typing in is broken most of the time.
	let tries = 1;
	for (blanked of candidates) {
		const again = blanked === text ? undefined : plainYaml(blanked);
		if (again) { return again; }
		const parsed = tries-- > 0 && blanked.length <= largestForPackage && !tooDeep && longestLine(blanked) <= widestForPackage
			? packageYaml(blanked)
			: undefined;
		if (parsed && !parsed.broken) { return parsed.documents; }
	}
	// An open quote swallows the rest of the file for a full parser; line by line only its own line is lost.
	return plainYaml(blanked, true) ?? [];
}

function longestLine(text: string): number {
	let longest = 0;
	for (let at = 0; at <= text.length;) {
		const end = lineEndAt(text, at);
		longest = Math.max(longest, end - at);
		at = end + 1;
	}
	return longest;
}
