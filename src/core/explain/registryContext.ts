const registryWords = /\/v2\/|\bregistry\b|\bmanifests?\b|\b(?:failed|unable|error) to (?:push|pull|resolve|solve|authorize|fetch)|Error response from daemon|docker:\/\/|\b(?:docker|podman|buildah|skopeo|buildx|buildkit|containerd|kubelet|nerdctl|ctr|crictl|cri-o|quay|ghcr|gcr|azurecr|ecr)\b|\bImagePull|\bimage\b|Pulling from|The push refers to/i;

/** Package managers, source hosts, databases and test reports speak of registries, tokens and refused connections too. */
const otherWorlds = /\bnpm (?:ERR!|error|warn|WARN)|registry\.npm|npmjs|\byarn\b|\bpnpm\b|\bpypi\b|\bpip\b|crates[.-]io|crates\.example|\bcargo\b|goproxy|proxy\.golang|\bgo: |rubygems|\bmaven\b|registry\.terraform\.io|\bterraform\b|\bgit(?:@| |hub\.com[:/]\S+\.git)|publickey|postgres|mysql|redis|mongo(?:db)?:\/\/|kafka|\bnuget\b|liveness probe|readiness probe|startup probe|^\s*[✓✔✗×✕] |\bpassing\b|\bassert|\bTS\d{4}:|\bhomebrew\b|\bapt(?:-get)?:|\bhelm repo\b/i;

/** Is this line, with the two before it, about a container registry? Generic texts count only then. */
export function isRegistryContext(line: string, before: readonly string[]): boolean {
	if (otherWorlds.test(line)) { return false; }
	return registryWords.test(line) || before.some(earlier => registryWords.test(earlier) && !otherWorlds.test(earlier));
}

/** Lines of package managers and test reports are never explained by generic texts. */
export function isOtherWorld(line: string): boolean {
	return otherWorlds.test(line);
}
