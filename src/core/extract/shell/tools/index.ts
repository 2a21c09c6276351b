import { buildah } from './buildah.ts';
import { buildx, devcontainer, dockerCompose, kaniko, nerdctl, pack, podmanCompose } from './builders.ts';
import { crictl, ctr, helm, k3d, kind, kubectl, minikube, oc } from './clusterTools.ts';
import { docker } from './docker.ts';
import { podman } from './podman.ts';
import { cosign, crane, gcrane, oras, regctl } from './registryTools.ts';
import { scanners } from './scanners.ts';
import { skopeo } from './skopeo.ts';
import type { ToolSyntax } from './toolSyntax.ts';

/** Every container tool that is read, by each of its names. */
export const tools: ReadonlyMap<string, ToolSyntax> = new Map([
	docker, podman, buildah, skopeo, nerdctl, dockerCompose, podmanCompose, buildx, kaniko, devcontainer, pack, crane, gcrane, oras, regctl, cosign,
	oc, kubectl, helm, kind, minikube, k3d, ctr, crictl, ...scanners,
].flatMap(tool => tool.names.map(name => [name, tool] as const)));

/** True for a text that may call one of the tools, by name or through a variable; cheap enough for every file. */
export function mayCallTool(text: string): boolean {
	return mentionsTool.test(text) || (text.includes('$') && callsVariable.test(text));
}

const callsVariable = /(?:^|[\n;&|({`@-])[ \t]*"?\$\{?\w+\}?"?[ \t]+(?:[a-z]+[ \t]+)?(?:build|bud|pull|push|run|tag|create|copy|inspect|save|image|manifest|buildx)\b/;
const mentionsTool = /(?<![a-z0-9])(?:docker|podman|buildah|skopeo|nerdctl|finch|buildx|executor|devcontainers?|pack|g?crane|oras|regctl|cosign|oc|kubectl|helm|kind|minikube|k3[ds]|ctr|crictl|trivy|dive)(?![a-z0-9])/i;
