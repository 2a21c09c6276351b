import { fixCases } from '../../support/fixCases.ts';

const quay = { code: 'push-attestation-rejected-quay', settings: 'targets: quay-3.8' };
const old = { code: 'oci-unsupported-by-target', settings: 'targets: openshift-3.11' };
const off = 'attest = ["type=provenance,disabled=true", "type=sbom,disabled=true"]';
const json = '"attest": ["type=provenance,disabled=true", "type=sbom,disabled=true"]';
const hcl = 'docker-bake.hcl';

fixCases('A bake file that pushes leaves attestations out', quay, [
	['type=registry', hcl, `target "a" {\n  output = ["type=registry"]⟦→\n  ${off}⟧\n  tags = ["quay.acme.dev/a:1"]\n}\n`],
	['an object', hcl, `target "a" {\n  output = [{ type = "registry" }]⟦→\n  ${off}⟧\n}\n`],
	['a list over several lines', hcl, `target "a" {\n  output = [\n    "type=image,push=true",\n  ]⟦→\n  ${off}⟧\n}\n`],
	['CRLF and a comment', hcl, `target "a" {\r\n\toutput = ["type=registry"] # out⟦→\r\n\t${off}⟧\r\n}\r\n`],
	['attestations asked for', hcl, 'target "a" {\n  attest = ⟦["type=provenance,mode=max"]→["type=provenance,disabled=true", "type=sbom,disabled=true"]⟧\n  output = ["type=registry"]\n}\n'],
	['inherited', hcl, `target "_all" {\n  output = ["type=registry"]⟦→\n  ${off}⟧\n}\ntarget "a" {\n  inherits = ["_all"]\n}\n`],
	['a variable', hcl, `variable "OUT" { default = "type=registry" }\ntarget "a" {\n  output = [OUT]⟦→\n  ${off}⟧\n}\n`],
	['JSON', 'docker-bake.json', `{\n  "target": {\n    "a": {\n      "output": ["type=registry"]⟦→,\n      ${json}⟧\n    }\n  }\n}\n`],
	['JSON on one line', 'docker-bake.json', `{"target":{"a":{"output":["type=registry"]⟦→, ${json}⟧,"tags":["quay.acme.dev/a:1"]}}}\n`],
]);

fixCases('Bake files without attestations stay as they are', quay, [
	['left out', hcl, `target "a" {\n  ${off}\n  output = ["type=registry"]\n}\n`],
	['left out by what is inherited', hcl, `target "_all" {\n  ${off}\n}\ntarget "a" {\n  inherits = ["_all"]\n  output = ["type=registry"]\n}\n`],
	['left out by who inherits', hcl, `target "_all" {\n  output = ["type=registry"]\n}\ntarget "a" {\n  inherits = ["_all"]\n  ${off}\n}\n`],
	['left out by a command', hcl, 'target "a" {\n  output = ["type=registry"]\n}\n', { 'b.sh': 'docker buildx bake --provenance=false --sbom=false\n' }],
	['left out by a step', hcl, 'target "a" {\n  output = ["type=registry"]\n}\n', { '.github/workflows/a.yml': 'on: push\njobs:\n  a:\n    steps:\n      - uses: docker/bake-action@v6\n        with:\n          provenance: false\n' }],
	['nothing is pushed', hcl, 'target "a" {\n  output = ["type=docker", "type=image"]\n}\n'],
	['the output is not known', hcl, 'variable "OUT" {}\ntarget "a" {\n  output = [OUT]\n}\n'],
	['attestations are not known', hcl, 'variable "ATT" {}\ntarget "a" {\n  attest = [ATT]\n  output = ["type=registry"]\n}\n'],
	['levels are merged', hcl, 'target "_all" {\n  attest = ["type=provenance,disabled=true"]\n}\ntarget "a" {\n  inherits = ["_all"]\n  attest = ["type=sbom,disabled=true"]\n  output = ["type=registry"]\n}\n'],
	['a command that pushes what the file says', 'b.sh', 'docker buildx bake --push a\n', { [hcl]: `target "a" {\n  ${off}\n}\ntarget "b" {\n}\n` }],
]);

fixCases('A command that pushes another target of the bake file is told so', quay, [
	['by name', 'b.sh', 'docker buildx bake⟦→ --provenance=false --sbom=false⟧ --push b\n', { [hcl]: `target "a" {\n  ${off}\n}\ntarget "b" {\n}\n` }],
]);

fixCases('A bake file is made to write Docker format', old, [
	['type=registry', hcl, `target "a" {\n  output = ["type=⟦registry→image,oci-mediatypes=false,push=true⟧"]⟦→\n  ${off}⟧\n}\n`],
	['an output with more', hcl, `target "a" {\n  output = ["type=image,⟦→oci-mediatypes=false,⟧push=true"]⟦→\n  ${off}⟧\n}\n`],
	['attestations are off', hcl, `target "a" {\n  ${off}\n  output = ["type=image,compression=gzip,⟦→oci-mediatypes=false,⟧push=true"]\n}\n`],
	['done', hcl, `target "a" {\n  ${off}\n  output = ["type=image,oci-mediatypes=false,push=true"]\n}\n`],
	['done, pushed by a command', 'b.sh', 'docker buildx bake --push\n', { [hcl]: `target "a" {\n  ${off}\n  output = ["type=image,oci-mediatypes=false"]\n}\n` }],
]);

fixCases('Docker\'s media types in a bake file exclude attestations', { code: 'push-oci-mediatype-conflict' }, [
	['by default', hcl, `target "a" {\n  output = ["type=image,oci-mediatypes=false,push=true"]⟦→\n  ${off}⟧\n}\n`],
	['left out', hcl, `target "a" {\n  ${off}\n  output = ["type=image,oci-mediatypes=false,push=true"]\n}\n`],
]);

fixCases('Layers for an old engine are not compressed with zstd', { code: 'layers-zstd', settings: 'targets: docker-20.10' }, [
	['an output', 'b.sh', 'docker buildx build -t ghcr.io/a/b:1 --output type=image⟦,compression=zstd→⟧⟦,compression-level=19→⟧⟦,force-compression=true→⟧,push=true .\n'],
	['an action', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          tags: ghcr.io/a/b:1\n          outputs: type=image,push=true⟦,compression=zstd→⟧\n'],
	['an action that pushes nothing', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          push: false\n          outputs: type=image,compression=zstd\n'],
	['a target', hcl, 'target "a" {\n  tags = ["ghcr.io/a/b:1"]\n  output = ["type=registry⟦,compression=zstd→⟧"]\n}\n'],
	['gzip', 'b.sh', 'docker buildx build -t ghcr.io/a/b:1 --output type=image,compression=gzip,push=true .\n'],
	['nothing is pushed', 'b.sh', 'docker buildx build -t ghcr.io/a/b:1 --output type=image,compression=zstd .\n'],
]);
