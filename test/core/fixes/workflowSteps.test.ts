import { fixCases } from '../../support/fixCases.ts';

const file = '.github/workflows/ci.yml';
const head = 'on: push\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n';
const output = 'type=image,oci-mediatypes=false,push=true';
const off = '⟦→          provenance: false\n          sbom: false\n⟧';
const pushed = `⟦push→outputs⟧: ⟦true→${output}⟧`;

/** A build step with these input lines, and what stands behind it. */
function step(inputs: string, rest = '      - run: "true"\n'): string {
	return `${head}      - uses: docker/build-push-action@v6\n        with:\n${inputs}${rest}`;
}

fixCases('The build action is made to write Docker format', { code: 'oci-unsupported-by-target', settings: 'targets: openshift-3.11' }, [
	['push first', file, step(`          ${pushed}\n          tags: reg.acme.dev/a:1\n${off}`)],
	['push last', file, step(`          context: .\n          tags: reg.acme.dev/a:1\n          ${pushed}\n${off}`)],
	['a comment behind push', file, step(`          ${pushed} # release only\n          tags: reg.acme.dev/a:1\n${off}`)],
	['a quoted switch', file, step(`          ⟦push→outputs⟧: "⟦true→${output}⟧"\n          tags: reg.acme.dev/a:1\n${off}`)],
	['a quoted name', file, step(`          "⟦push→outputs⟧": ⟦true→${output}⟧\n          "tags": reg.acme.dev/a:1\n${off}`)],
	['an action by its address', '.gitea/workflows/a.yml', step(`          ${pushed}\n          tags: reg.acme.dev/a:1\n${off}`).replace('docker/build', 'https://github.com/docker/build')],
	['several tags', file, step(`          ${pushed}\n          tags: |\n            reg.acme.dev/a:1\n            reg.acme.dev/a:latest\n${off}`)],
	['the last step', file, step(`          ${pushed}\n          tags: reg.acme.dev/a:1\n${off}`, '')],
	['provenance is off', file, step(`          ${pushed}\n          provenance: false\n          tags: reg.acme.dev/a:1\n⟦→          sbom: false\n⟧`)],
	['provenance is on', file, step(`          ${pushed}\n          provenance: ⟦mode=max→false⟧\n          sbom: ⟦true→false⟧\n          tags: reg.acme.dev/a:1\n`)],
	['everything but the format', file, step(`          ${pushed}\n          provenance: false\n          sbom: 'false'\n          tags: reg.acme.dev/a:1\n`)],
	['an output', file, step(`          outputs: type=registry⟦→,oci-mediatypes=false⟧\n          tags: reg.acme.dev/a:1\n${off}`)],
	['an output in quotes', file, step(`          outputs: "type=image,⟦→oci-mediatypes=false,⟧push=true"\n          tags: reg.acme.dev/a:1\n${off}`)],
	['an expression', file, step(`          ⟦push→outputs⟧: ⟦→type=image,oci-mediatypes=false,push=⟧\${{ github.event_name != 'pull_request' }}\n          tags: reg.acme.dev/a:1\n${off}`)],
	['braces', file, `${head}      - uses: docker/build-push-action@v6\n        with: { ⟦push→outputs⟧: ⟦true→"${output}"⟧, tags: "reg.acme.dev/a:1"⟦→, provenance: false, sbom: false⟧ }\n`],
	['braces with quotes', file, `${head}      - uses: docker/build-push-action@v6\n        with: {tags: reg.acme.dev/a, ⟦push→outputs⟧: '⟦true→${output}⟧'⟦→, provenance: false, sbom: false⟧}\n`],
	['braces with an output', file, `${head}      - uses: docker/build-push-action@v6\n        with: { outputs: ⟦type=registry→"type=registry,oci-mediatypes=false"⟧, tags: a, provenance: false, sbom: false }\n`],
	['an output with zstd', file, step(`          outputs: type=image⟦,compression=zstd,compression-level=19→⟧,⟦→oci-mediatypes=false,⟧push=true\n          tags: reg.acme.dev/a:1\n${off}`)],
	['CRLF', file, step(`          ${pushed}\n          tags: reg.acme.dev/a:1\n${off}`).replaceAll('\n', '\r\n')],
	['no line end', file, step(`          ${pushed}\n          tags: reg.acme.dev/a:1⟦→\n          provenance: false\n          sbom: false⟧`, '')],
	['uses behind with', file, `${head}      - name: x\n        with:\n          ${pushed}\n          tags: reg.acme.dev/a:1\n${off}        uses: docker/build-push-action@v6\n`],
	['a blank line and a comment behind it', file, step(`          ${pushed}\n          tags: reg.acme.dev/a:1\n${off}`, '\n      # next\n      - run: "true"\n')],
	['Docker format already', file, step(`          outputs: ${output}\n          provenance: false\n          sbom: false\n          tags: reg.acme.dev/a:1\n`)],
	['nothing pushed', file, step('          load: true\n          tags: reg.acme.dev/a:1\n')],
	['push switched off', file, step('          push: false\n          tags: reg.acme.dev/a:1\n')],
	['buildah writes OCI', file, `${head}      - uses: redhat-actions/buildah-build@v2\n        with:\n          image: a\n⟦          oci: true\n→⟧          tags: 1\n`],
	['buildah writes Docker format', file, `${head}      - uses: redhat-actions/buildah-build@v2\n        with:\n          image: a\n          tags: 1\n`],
]);

fixCases('The build action is told to leave attestations out', { code: 'gha-provenance-default', settings: 'targets: quay-3.8' }, [
	['push first', file, step(`          push: true\n          tags: reg.acme.dev/a:1\n${off}`)],
	['an output', file, step(`          outputs: type=registry\n          tags: reg.acme.dev/a:1\n${off}`)],
	['an expression', file, step(`          push: \${{ github.ref == 'refs/heads/main' }}\n          tags: reg.acme.dev/a:1\n${off}`)],
	['provenance is on', file, step('          push: true\n          provenance: ⟦mode=max→false⟧\n          tags: reg.acme.dev/a:1\n⟦→          sbom: false\n⟧')],
	['provenance is on in quotes', file, step('          push: true\n          provenance: "⟦true→false⟧"\n          sbom: false\n          tags: reg.acme.dev/a:1\n')],
	['an SBOM is on', file, step('          push: true\n          sbom: ⟦true→false⟧ # wanted\n          tags: reg.acme.dev/a:1\n⟦→          provenance: false\n⟧')],
	['the last step', file, step(`          push: true\n          tags: reg.acme.dev/a:1\n${off}`, '')],
	['no line end', file, step('          push: true\n          tags: reg.acme.dev/a:1⟦→\n          provenance: false\n          sbom: false⟧', '')],
	['CRLF', file, step(`          push: true\n          tags: reg.acme.dev/a:1\n${off}`).replaceAll('\n', '\r\n')],
	['CRLF and no line end', file, step('          push: true\n          tags: reg.acme.dev/a:1⟦→\n          provenance: false\n          sbom: false⟧', '').replaceAll('\n', '\r\n')],
	['a block value last', file, step(`          push: true\n          tags: |\n            reg.acme.dev/a:1\n            reg.acme.dev/a:2\n${off}`, '')],
	['a step with an id behind with', file, `${head}      - uses: docker/build-push-action@v6\n        with:\n          push: true\n          tags: reg.acme.dev/a:1\n${off}        id: build\n`],
	['a quoted action', file, `${head}      - uses: 'docker/build-push-action@v6'\n        with:\n          push: true\n          tags: reg.acme.dev/a:1\n${off}`],
	['a pinned action', file, `${head}      - uses: docker/build-push-action@0adf9959216b96bec444f325f1e493d4aa344497 # v6.14\n        with:\n            push: true\n            tags: reg.acme.dev/a:1\n⟦→            provenance: false\n            sbom: false\n⟧`],
	['a composite action', 'action.yml', `name: x\nruns:\n  using: composite\n  steps:\n    - uses: docker/build-push-action@v6\n      with:\n        push: true\n        tags: reg.acme.dev/a:1\n⟦→        provenance: false\n        sbom: false\n⟧`],
	['a map in braces', file, `${head}      - uses: docker/build-push-action@v6\n        with: { push: true, tags: "reg.acme.dev/a:1"⟦→, provenance: false, sbom: false⟧ }\n`],
	['bake', file, `${head}      - uses: docker/bake-action@v6\n        with:\n          push: true\n${off}`],
	['attests', file, step('          push: true\n          attests: type=provenance,disabled=true\n          tags: reg.acme.dev/a:1\n')],
	['provenance is off', file, step('          push: true\n          provenance: false\n          tags: reg.acme.dev/a:1\n')],
	['the environment of the step', file, step('          push: true\n          tags: reg.acme.dev/a:1\n', '        env:\n          BUILDX_NO_DEFAULT_ATTESTATIONS: 1\n')],
	['the environment of the workflow', file, `env:\n  BUILDX_NO_DEFAULT_ATTESTATIONS: "1"\n${step('          push: true\n          tags: reg.acme.dev/a:1\n')}`],
	['nothing pushed', file, step('          tags: reg.acme.dev/a:1\n')],
	['another action', file, `${head}      - uses: docker/login-action@v3\n        with:\n          registry: reg.acme.dev\n`],
]);

fixCases('Without a target the build action is left alone', { code: 'gha-provenance-default' }, [
	['a push', file, step('          push: true\n          tags: reg.acme.dev/a:1\n')],
	['a push to Quay', file, step('          push: true\n          tags: quay.io/acme/a:1\n')],
]);

const loopback = { code: 'loopback-registry-from-builder' };
const pushing = '      - uses: docker/build-push-action@v6\n        with:\n          push: true\n          tags: localhost:5000/acme/a:1\n';
const job = 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n';
fixCases('A builder without inputs gets the host\'s network', loopback, [
	['alone', '.github/workflows/a.yml', `${job}      - uses: docker/setup-buildx-action@v3\n⟦→        with:\n          driver-opts: network=host\n⟧${pushing}`],
	['with a comment and CRLF', '.github/workflows/a.yml', `${job}      - name: Set up\n        uses: docker/setup-buildx-action@v3 # builder\n⟦→        with:\n          driver-opts: network=host\n⟧        id: x\n${pushing}`.replaceAll('\n', '\r\n')],
	['at the end of the file', '.github/workflows/a.yml', `${job}${pushing}      - uses: docker/setup-buildx-action@v3⟦→\n        with:\n          driver-opts: network=host⟧`],
]);

const build = { code: 'oci-unsupported-by-target', settings: 'targets: openshift-3.11' };
fixCases('A variable that an earlier step sets counts', build, [
	['for all behind it', '.github/workflows/a.yml', `${job}      - run: echo "BUILDAH_FORMAT=docker" >> "$GITHUB_ENV"\n      - run: podman build -t reg.acme.dev/a:1 .\n`],
	['not in front of it', '.github/workflows/a.yml', `${job}      - run: podman build⟦→ --format=docker⟧ -t reg.acme.dev/a:1 .\n      - run: |\n          echo BUILDAH_FORMAT=docker >> $GITHUB_ENV\n`],
	['on a condition', '.github/workflows/a.yml', `${job}      - if: github.ref == 'x'\n        run: echo "BUILDAH_FORMAT=docker" >> "$GITHUB_ENV"\n      - run: podman build⟦→ --format=docker⟧ -t reg.acme.dev/a:1 .\n`],
]);
