/** Control, bidirectional and invisible formatting characters, which could fake or hide text; a tab is left alone. */
const hidden = /(?!\t)[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** What a build service takes for a command wherever it stands in a line: `##vso[` of Azure Pipelines, `##[` of GitHub, `##teamcity[`. */
const command = /#(?=#\w*\[)/g;

/** Foreign text safe to show: control and bidi characters, and what would make a command of a log line, become `\u{…}`. */
export function printable(text: string): string {
	return text.replace(hidden, escaped).replace(command, escaped);
}

function escaped(character: string): string {
	return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}
