import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The file with the saved logins cannot be read, so pulls go on without a login.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /(?:(?:Error|error) (?:loading|reading)|(?:Error |error )?parsing) (?:the )?(?:config|auth)(?:uration)? file:? ?\(?(?:open |stat )?"?(?<file>[^\s"]{1,300}(?:config|auth)\.json)/,
		example: 'WARNING: Error loading config file: /root/.docker/config.json: invalid character \'}\' looking for beginning of object key string',
		rank: 88,
	},
	{
		pattern: /(?:unmarshaling|unmarshalling|decoding) JSON at "?(?<file>[^\s"]{1,300}(?:config|auth)\.json)/,
		example: 'Error: reading JSON file: unmarshaling JSON at "/run/user/1000/containers/auth.json": invalid character \'x\' after object key',
		rank: 88,
	},
	{
		pattern: /(?:config|auth)\.json"?: (?:invalid character|unexpected end of JSON|illegal base64)/,
		example: 'error checking credentials: /home/me/.docker/config.json: illegal base64 data at input byte 4',
		rank: 88,
	},
	{
		pattern: /Invalid auth configuration file/,
		example: 'Invalid auth configuration file',
		rank: 88,
	},
];
