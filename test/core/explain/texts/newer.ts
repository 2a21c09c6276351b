import type { RealText } from './text.ts';

const digest = 'sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef';
const other = 'sha256:fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210';

/** Wordings of newer and of rarer versions. */
export const newerTexts: readonly RealText[] = [
	[['repository-missing-or-private'], 'docker 29, GHCR', 'Error response from daemon: error from registry: denied\ndenied'],
	[['repository-missing-or-private'], 'BuildKit, layer of a private image', `#4 0.812 error: 403 Forbidden\n#4 ERROR: failed to copy: httpReadSeeker: failed open: unexpected status code https://ghcr.io/v2/acme/base/blobs/${digest}: 403 Forbidden`],
	[['repository-not-found'], 'OpenShift, message that collapsed', 'Failed to pull image "image-registry.openshift-image-registry.svc:5000/shop/nope:2": rpc error: code = Unknown desc = initializing source docker://image-registry.openshift-image-registry.svc:5000/shop/nope:2: reading manifest 2 in image-registry.openshift-image-registry.svc:5000/shop/nope: name unknown'],
	[['credential-helper-missing'], 'BuildKit, helper beside the command', 'failed to solve with frontend dockerfile.v0: failed to create LLB definition: rpc error: code = Unknown desc = error getting credentials - err: docker-credential-gcloud resolves to executable in current directory (./docker-credential-gcloud), out: ``'],
	[['credential-helper-missing'], 'podman, helper named after a secret', 'Error: getting username and password: 1 error occurred:\n\t* error getting credentials - err: exec: "docker-credential-secretservice": executable file not found in $PATH, out: ``\n'],
	[['layer-missing'], 'podman 5', `Error: copying system image from manifest list: reading blob ${digest}: fetching blob: invalid status code from registry 404 (Not Found)`],
	[['layer-missing'], 'skopeo copy --all', `time="2026-04-02T09:10:11Z" level=fatal msg="copying image 1/3 from manifest list: reading blob ${digest}: fetching blob: StatusCode: 404, blob unknown to registry"`],
	[['tls-name-mismatch'], 'skopeo, certificate without names', 'time="2026-04-02T09:10:11Z" level=fatal msg="pinging container registry reg: Get \\"https://reg/v2/\\": tls: failed to verify certificate: x509: certificate relies on legacy Common Name field, use SANs instead"'],
	[['tls-untrusted'], 'oc, address without quotes', 'error: Import failed (InternalError): Internal error occurred: Get https://reg.acme.example/v2/: x509: certificate signed by unknown authority'],
	[['target-rejects-image-index'], 'CloudFormation', 'Resource handler returned message: "The image manifest or layer media type for the source image 123456789012.dkr.ecr.eu-west-1.amazonaws.com/fn:latest is not supported. (Service: Lambda, Status Code: 400, Request ID: 1)" (RequestToken: 2, HandlerErrorCode: InvalidRequest)'],
	[['ref-tag-and-digest'], 'skopeo', `time="2026-04-02T09:10:11Z" level=fatal msg="Invalid source name docker://quay.io/a/b:1@${other}: Docker references with both a tag and digest are currently not supported"`],
	[['credentials-rejected'], 'Docker Hub, organisation that wants tokens', 'Error response from daemon: Head "https://registry-1.docker.io/v2/library/node/manifests/20": unauthorized: your account must log in with a Personal Access Token (PAT) - learn more at docs.docker.com/go/access-tokens'],
	[['tls-expired'], 'docker on macOS', 'Get "https://r.acme.example/v2/": tls: failed to verify certificate: x509: “*.acme.example” certificate is expired'],
	[['push-too-large'], 'docker push', 'received unexpected HTTP status: 413 Payload Too Large'],
	[['registry-timeout'], 'BuildKit, packets dropped', '#2 ERROR: failed to do request: Head "https://registry-1.docker.io/v2/library/node/manifests/22": dial tcp 44.208.254.194:443: connect: connection timed out'],
	[['digest-mismatch'], 'BuildKit, layer cut short', `#6 ERROR: failed commit on ref "layer-${digest}": "layer-${digest}" failed size validation: 100 != 200: failed precondition`],
	[['push-denied'], 'skopeo, layers were there', 'time="2026-04-02T09:10:11Z" level=fatal msg="writing manifest: uploading manifest 1 to quay.io/a/b: unauthorized: access to the requested resource is not authorized"'],
	[['push-denied'], 'OpenShift 3 build', 'error: build error: Failed to push image: errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required\n'],
	[['push-denied'], 'OpenShift build', 'Registry server Address: \nRegistry server User Name: serviceaccount\nRegistry server Password: <<non-empty>>\nerror: build error: Failed to push image: unauthorized: authentication required'],
	[['registry-dns-failure'], 'containerd with musl', 'Failed to pull image "docker.io/library/x:1": rpc error: code = Unknown desc = failed to pull and unpack image "docker.io/library/x:1": failed to resolve reference "docker.io/library/x:1": failed to do request: Head "https://registry-1.docker.io/v2/library/x/manifests/1": dial tcp: lookup registry-1.docker.io: Try again'],
	[['repository-missing-or-private'], 'oc new-app', 'error: unable to locate any local docker images with name "acme/p"'],
	[['push-oci-rejected'], 'skopeo, Artifactory', 'time="2026-04-02T09:10:11Z" level=fatal msg="writing manifest: uploading manifest latest to art.acme.example/x: StatusCode: 415, Unsupported Media Type"'],
];
