/**
 * A cheap look at a line before the patterns: most lines of a build log name none of these words.
 * Every symptom's example contains one; the tests hold that.
 */
const words = /manifest|denied|unauthori[sz]ed|authenti|authoriz|not found|unknown|invalid|refused|x509|certificate|timeout|Timeout|deadline|canceled|lookup|resolve|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|HTTP|TLS|toomanyrequests|rate|429|413|415|40[0-9]|50[0-4]|platform|OCI|signature|schema|Content-Type|MediaType|mediaType|media type|digest|Digest|blob|layer|format|helper|credential|password|token|login|Login|docker-|config|auth|lower|canonical|variable|blank|short-name|short name|ARG|FROM|InvalidImageName|does not exist|transport|flag|type|Back-off|Backoff|BackOff|ImagePull|PullSecret|pull secrets|image|immutab|IMMUTAB|Too Large|attestation|oci-|in-toto|--push|driver|exporter|tar|EOF|zstd|encrypt|decrypt|proxy|Proxy|unreachable|no route|rootfs|_UNKNOWN|_EXPIRED|expired|provenance|registry|signed|SSL|provide|Access|status/;

/** May this normalised line match any symptom at all? */
export function mayMatter(line: string): boolean {
	return words.test(line);
}
