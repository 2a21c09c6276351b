import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{host} answered with a web page instead of a registry\'s answer.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /error parsing HTTP (?!429)(?<status>\d{3}) response body(?:: |: [^\n]{0,100}?)invalid character/,
		example: 'Error response from daemon: error parsing HTTP 403 response body: invalid character \'<\' looking for beginning of value: "<html><body>Forbidden by proxy</body></html>"',
		rank: 79,
	},
	{
		pattern: /unable to decode token response: invalid character/,
		example: 'Error response from daemon: Head "https://registry.example/v2/app/manifests/1": unable to decode token response: invalid character \'<\' looking for beginning of value',
		rank: 79,
	},
	{
		pattern: /(?:StatusCode: (?!50[234])\d{3},|unexpected status code (?!50[234])\d{3} [\w -]{1,40}:) ?"?(?:<!DOCTYPE|<!doctype|<html|<HTML|<head)/,
		example: 'level=fatal msg="reading manifest 1 in registry.example/app: StatusCode: 404, <html>not found</html>"',
		rank: 78,
	},
	{
		pattern: /invalid character '<' looking for beginning of value/,
		example: 'Error response from daemon: error unmarshalling content: invalid character \'<\' looking for beginning of value',
		rank: 78,
		gate: 'registry',
	},
];
