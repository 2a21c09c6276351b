import { fixCases } from '../../support/fixCases.ts';

const old = { code: 'oci-unsupported-by-target', settings: 'targets: openshift-3.11' };
const quay = { code: 'push-attestation-rejected-quay', settings: 'targets: quay-3.8' };
const add = '⟦→ --format=docker⟧';
const flags = '⟦→ --provenance=false --sbom=false⟧';
const output = '⟦--push→--output type=image,oci-mediatypes=false,push=true⟧';
const steps = 'on: push\njobs:\n  a:\n    steps:\n';

fixCases('Flags find their place in less common hosts', old, [
	['RUN', 'Dockerfile', `FROM quay.io/buildah/stable\nRUN buildah bud${add} -t a:1 .\n`],
	['RUN over lines', 'Dockerfile', 'FROM quay.io/buildah/stable\nRUN set -e; \\\n    buildah bud⟦→ --format=docker⟧ -t a:1 . \\\n    && true\n'],
	['a here document', 'Dockerfile', `FROM quay.io/buildah/stable\nRUN <<EOF\nset -e\nbuildah bud${add} -t a:1 .\nEOF\n`],
	['a here document with tabs', 'Dockerfile', `FROM quay.io/buildah/stable\nRUN <<-"EOT" bash\n\tbuildah bud${add} -t a:1 .\n\tEOT\n`],
	['a shell in a shell', 'b.sh', `bash -c 'buildah bud${add} -t a:1 .'\n`],
	['a shell in a shell in double quotes', 'b.sh', `sh -c "cd x && buildah bud${add} -t a:1 ."\n`],
	['another machine', 'b.sh', `ssh host buildah bud${add} -t a:1 .\n`],
	['an escape in YAML', '.github/workflows/a.yml', `${steps}      - run: "buildah bud${add} -t \\"a:1\\" ."\n`],
	['a doubled quote in YAML', '.github/workflows/a.yml', `${steps}      - run: 'buildah bud${add} -t ''a:1'' .'\n`],
	['a folded block with several commands', '.github/workflows/a.yml', `${steps}      - run: >-\n          cd web &&\n          buildah bud${add} -t a:1 .\n          && echo done\n`],
	['a block with an indentation', '.github/workflows/a.yml', `${steps}      - run: |2\n            buildah bud${add} -t a:1 .\n`],
	['a flow step', '.github/workflows/a.yml', `${steps}      - { run: "buildah bud${add} -t a:1 ." }\n`],
	['a composite action', 'action.yml', `runs:\n  using: composite\n  steps:\n    - shell: bash\n      run: |\n        podman build${add} -t a:1 .\n`],
	['expressions', '.github/workflows/a.yml', `${steps}      - run: podman build${add} -t a:\${{ github.sha }} .\n`],
	['PowerShell', 'b.ps1', `podman build${add} -t a:1 .\n`],
	['PowerShell over lines', 'b.ps1', 'podman build `\n⟦→  --format=docker `\n⟧  -t a:1 `\n  .\n'],
	['GitLab in a flow list', '.gitlab-ci.yml', `a:\n  script: ["buildah bud${add} -t a:1 ."]\n`],
	['GitLab with folded text', '.gitlab-ci.yml', `a:\n  script:\n    - >\n      buildah bud${add}\n      -t a:1 .\n`],
	['GitLab with an anchor', '.gitlab-ci.yml', `.b: &b\n  - buildah bud${add} -t a:1 .\na:\n  script: *b\n`],
	['a page with CRLF', 'README.md', `# x\r\n\r\n\`\`\`sh\r\npodman build${add} -t a:1 .\r\n\`\`\`\r\n`],
	['a quoted fence', 'README.md', `> \`\`\`sh\n> podman build${add} -t a:1 .\n> \`\`\`\n`],
	['a fence in a deep list', 'README.md', `1. x\n   - y\n\n     ~~~bash\n     podman build${add} -t a:1 .\n     ~~~\n`],
	['a fence over lines in a list', 'README.md', '- x\n\n  ```sh\n  podman build \\\n⟦→    --format=docker \\\n⟧    -t a:1 .\n  ```\n'],
	['a span of code that stands alone', 'README.md', `1. Build:\n   - \`podman build${add} -t a:1 .\`\n`],
	['a span of code in a sentence', 'README.md', 'Run `podman build -t a:1 .` here.\n'],
	['a file without extension', 'build', `#!/bin/sh\npodman build${add} -t a:1 .\n`],
	['a second command', 'b.sh', `buildah bud --format=docker -t a:1 .\nbuildah bud${add} -t b:1 .\n`],
	['a variable as the tool of make', 'Makefile', `BUILDAH := buildah\nimage:\n\t$(BUILDAH) bud${add} -t a:1 .\n`],
	['continuations without blanks in front', 'b.sh', 'buildah bud \\\n⟦→--format=docker \\\n⟧-t a:1 \\\n.\n'],
	['a continuation in front of the subcommand', 'b.sh', 'buildah \\\n  bud \\\n⟦→  --format=docker \\\n⟧  -t a:1 .\n'],
]);

fixCases('BuildKit\'s flags find their place in less common hosts', old, [
	['a folded block', '.github/workflows/a.yml', `${steps}      - run: >\n          docker buildx build${flags}\n          --platform linux/amd64\n          -t reg.acme.dev/a:1\n          ${output}\n          .\n`],
	['a block over lines', '.github/workflows/a.yml', `${steps}      - run: |\n          docker buildx build \\\n⟦→            --provenance=false \\\n            --sbom=false \\\n⟧            -t reg.acme.dev/a:1 \\\n            ${output} \\\n            .\n`],
	['Azure', 'azure-pipelines.yml', `steps:\n  - script: docker buildx build${flags} -t reg.acme.dev/a:$(Build.BuildId) ${output} .\n`],
	['a recipe over lines', 'Makefile', 'push:\n\tdocker buildx build \\\n⟦→\t\t--provenance=false \\\n\t\t--sbom=false \\\n⟧\t\t-t $(IMAGE) \\\n\t\t⟦--push→--output type=image,oci-mediatypes=false,push=true⟧ \\\n\t\t.\n'],
	['PowerShell over lines', 'b.ps1', 'docker buildx build `\r\n⟦→    --provenance=false `\r\n    --sbom=false `\r\n⟧    -t reg.acme.dev/a:1 `\r\n    ⟦--push→--output type=image,oci-mediatypes=false,push=true⟧ .\r\n'],
	['an npm script with quotes', 'package.json', `{ "scripts": { "p": "docker buildx build${flags} -t \\"reg.acme.dev/a:1\\" ${output} ." } }`],
	['a task of the editor', '.vscode/tasks.json', `{ "tasks": [{ "type": "shell", "command": "docker buildx build${flags} -t reg.acme.dev/a:1 ${output} ." }] }`],
]);

fixCases('Attestations go in less common hosts', quay, [
	['a justfile', 'justfile', `push:\n    docker buildx build${flags} -t reg.acme.dev/a:1 --push .\n`],
	['a here document', 'Dockerfile', `FROM docker:28-cli\nRUN <<EOF\ndocker buildx build${flags} -t reg.acme.dev/a:1 --push .\nEOF\n`],
	['a matrix', '.github/workflows/a.yml', `on: push\njobs:\n  a:\n    strategy: { matrix: { p: [linux/amd64] } }\n    steps:\n      - run: docker buildx build${flags} --platform \${{ matrix.p }} -t reg.acme.dev/a:1 --push .\n`],
	['CircleCI', '.circleci/config.yml', `version: 2.1\njobs:\n  a:\n    machine: true\n    steps:\n      - run: |\n          docker buildx build${flags} -t reg.acme.dev/a:1 --push .\n`],
	['npx', 'b.sh', 'npx devcontainer build --push true --image-name reg.acme.dev/a:1\n'.replace('npx ', '⟦→BUILDX_NO_DEFAULT_ATTESTATIONS=1 ⟧npx ')],
]);
