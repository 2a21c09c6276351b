import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The layers are compressed with zstd, which this engine cannot unpack.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /archive\/tar: invalid tar header|failed to register layer[^\n]{0,120}invalid tar header/,
		example: 'failed to register layer: Error processing tar file(exit status 1): archive/tar: invalid tar header',
		rank: 66,
	},
	{
		pattern: /(?:failed to register layer|ApplyLayer)[^\n]{0,120}unexpected EOF/,
		example: 'failed to register layer: ApplyLayer exit status 1 stdout: stderr: unexpected EOF',
		rank: 66,
	},
	{
		pattern: /(?:unsupported|unknown)[^\n]{0,60}compression[^\n]{0,20}zstd|magic number mismatch|invalid[^\n]{0,40}\+zstd/,
		example: 'failed to extract layer: unsupported compression type zstd',
		rank: 64,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{
		title: { text: 'Copy skopeo command' },
		text: 'skopeo copy --dest-compress-format gzip --dest-force-compress-format docker://{reference} docker://HOST/PROJECT/NAME:TAG',
	},
];
