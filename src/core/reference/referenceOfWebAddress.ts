/**
 * The image that a registry's web page is about, in its short form (`node`, `quay.io/a/b`); `undefined` when the text is no
 * such address. The scheme may be missing. Pages known: Docker Hub, Quay, GitHub packages, Amazon ECR Public, Microsoft.
 */
export function referenceOfWebAddress(text: string): string | undefined {
	if (text.length > 2048 || !sites.test(text)) { return undefined; }
	const address = text.replace(/^https?:\/\//i, '').replace(/[?#].*$/s, '').replace(/\/+$/, '');
	for (const [pattern, image] of pages) {
		const match = pattern.exec(address);
		if (match) { return image(match.slice(1).map(part => part.toLowerCase())); }
	}
	return undefined;
}

/** Hardly any text names one, and each pattern costs its making. */
const sites = /docker\.com|quay\.io|github\.com|ecr\.aws|microsoft\.com/i;

const name = '([A-Za-z0-9._-]+)';
const names = '([A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*)';

const pages: readonly (readonly [RegExp, (parts: readonly string[]) => string])[] = [
	[page(`hub\\.docker\\.com/_/${name}(?:/tags.*)?`), ([official]) => official!],
	[page(`hub\\.docker\\.com/r/library/${name}(?:/tags.*)?`), ([official]) => official!],
	[page(`hub\\.docker\\.com/(?:r|repository/docker)/${name}/${name}(?:/(?:tags|general).*)?`), ([owner, image]) => `${owner!}/${image!}`],
	[page(`hub\\.docker\\.com/layers/library/${name}/.*`), ([official]) => official!],
	[page(`hub\\.docker\\.com/layers/${name}/${name}/.*`), ([owner, image]) => `${owner!}/${image!}`],
	[page(`quay\\.io/repository/${names}`), ([path]) => `quay.io/${path!}`],
	[page(`github\\.com/(?:orgs/|users/)?${name}/packages/container/(?:package/)?${name}(?:/.*)?`), ([owner, image]) => `ghcr.io/${owner!}/${image!}`],
	[page(`github\\.com/${name}/[^/]+/pkgs/container/${name}(?:/.*)?`), ([owner, image]) => `ghcr.io/${owner!}/${image!}`],
	[page(`gallery\\.ecr\\.aws/${name}/${names}`), ([alias, path]) => `public.ecr.aws/${alias!}/${path!}`],
	[page(`mcr\\.microsoft\\.com/(?:[a-z]{2}-[a-z]{2}/)?(?:product|artifact/mar)/${names}`), ([path]) =>
		`mcr.microsoft.com/${path!.replace(/\/(?:about|tags)$/, '')}`],
];

function page(pattern: string): RegExp {
	return new RegExp(`^(?:www\\.)?${pattern}$`, 'i');
}
