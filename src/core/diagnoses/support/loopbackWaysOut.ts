import type { Fix, Reference, Span } from '../../model/index.ts';
import { editFix } from '../diagnosis.ts';
import { isLoopbackHost } from './loopback.ts';

/** The ways to push to a registry on this machine, for a builder that runs in a container. Which one is right is for people to say. */
export function loopbackWaysOut(reference: Pick<Reference, 'domain' | 'path' | 'tag'>, domain: Span): readonly Fix[] {
	const { domain: host, path, tag = 'latest' } = reference;
	const port = /:\d+$/.exec(host)?.[0];
	const reachable = `host.docker.internal${port ?? ''}`;
	return [
		...port !== undefined && isLoopbackHost(host)
			? [editFix({ text: 'Change the registry to "{host}"', args: { host: reachable } }, [{ span: domain, newText: reachable }], false)]
			: [],
		copy(
			'Copy the command for a builder in the host network',
			'docker buildx create --name host --driver docker-container --driver-opt network=host --use',
		),
		copy('Copy the commands for a shared network', [
			'docker network create registry',
			'docker network connect registry REGISTRY_CONTAINER',
			'docker buildx create --name shared --driver docker-container --driver-opt network=registry --use',
		].join('\n')),
		copy('Copy "docker build" and "docker push" instead', `docker build -t ${host}/${path}:${tag} .\ndocker push ${host}/${path}:${tag}`),
	];
}

function copy(title: string, text: string): Fix {
	return { title: { text: title }, edits: [], action: { type: 'copy', text }, safe: false };
}
