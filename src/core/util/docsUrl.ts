/** Where this project lives. */
export const projectUrl = 'https://github.com/pullcheck/pullcheck';

/** The page of a diagnosis, derived from its code. */
export function docsUrl(code: string): string {
	return `${projectUrl}/blob/main/src/core/diagnoses/${code}/README.md`;
}
