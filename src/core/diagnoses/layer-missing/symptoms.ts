import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The manifest is there, but one of its parts is gone.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /(?:Error )?fetching blob: invalid status code from registry 404/,
		example: 'level=fatal msg="reading blob sha256:abab: Error fetching blob: invalid status code from registry 404 (Not Found)"',
		rank: 66,
	},
	{
		pattern: /could not fetch content descriptor (?<digest>sha256:[0-9a-f]{2,64})(?: \([^)\s]{1,120}(?:layer|rootfs|image|config)[^)\s]{0,80}\))? from remote: not found/,
		example: 'ctr: could not fetch content descriptor sha256:abab (application/vnd.oci.image.layer.v1.tar+gzip) from remote: not found',
		rank: 66,
	},
	{
		pattern: /(?:^|: |Error )unknown blob(?=[\s."]*(?:$|\d+\.\ds))|BLOB_UNKNOWN|blob unknown(?=:? blob|[."\s]*$)/,
		example: 'Error response from daemon: unknown blob',
		rank: 64,
	},
	{
		pattern: /fetching blob: (?:StatusCode: 404|status code 404|blob unknown)|failed to copy: httpReadSeeker: failed open: (?!could not fetch content descriptor)[^\n]{0,400}not found/,
		example: 'failed to copy: httpReadSeeker: failed open: could not fetch content: not found',
		rank: 63,
	},
	{
		pattern: /(?:fetching|reading) blob[^\n]{0,200}: (?:StatusCode: 404, )?blob unknown/,
		example: 'Error: copying system image from manifest list: reading blob sha256:0123: fetching blob: blob unknown to registry',
		rank: 75,
	},
	{
		pattern: /\/v2\/[^\s\"]{1,400}\/blobs\/sha256:[0-9a-f]{2,64}\"?: BLOB_UNKNOWN/,
		example: 'Error: GET https://registry.example/v2/a/blobs/sha256:abab: BLOB_UNKNOWN: blob unknown to registry; sha256:abab',
		rank: 75,
	},
];
