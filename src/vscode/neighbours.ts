/** What other extensions do about image names; where they do it, two of the same would be one too many. */
export type Service = 'links' | 'tags' | 'names';

const dockerDx = 'docker.docker';
const containerTools = ['ms-azuretools.vscode-docker', 'ms-azuretools.vscode-containers'];

/**
 * By service and language, the extensions that give it. Tags and names are only those of Docker Hub; links only those of some hosts, and
 * wrong ones beside ours help nobody.
 */
const given: Readonly<Record<Service, Readonly<Record<string, readonly string[]>>>> = {
	links: { dockercompose: [dockerDx, ...containerTools], dockerfile: [dockerDx, ...containerTools] },
	tags: { dockercompose: [dockerDx], dockerfile: containerTools },
	names: { dockerfile: containerTools },
};

/** Does an extension that is installed here give this service for documents of a language? */
export function leftToOthers(service: Service, languageId: string, isInstalled: (extension: string) => boolean): boolean {
	return (given[service][languageId] ?? []).some(isInstalled);
}
