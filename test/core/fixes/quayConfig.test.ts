import { fixCases } from '../../support/fixCases.ts';

const add = 'application/vnd.in-toto+json';
const image = 'application/vnd.oci.image.config.v1+json';
const layer = 'application/vnd.oci.image.layer.v1.tar+zstd';

fixCases('The missing type is put into the list of a Quay config', { code: 'quay-config-missing-in-toto' }, [
	['the file of the page', 'services/config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n    ${image}:\n        - ${layer}\n⟦→        - ${add}\n⟧    application/vnd.sylabs.sif.config.v1+json:\n        - application/vnd.sylabs.sif.layer.v1+tar\n`],
	['brackets over lines', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}: [\n    ${layer}⟦→,\n    ${add}⟧\n  ]\n`],
	['brackets over lines with CRLF', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\r\n  ${image}: [\r\n    a/b,\r\n    ${layer}⟦→,\r\n    ${add}⟧\r\n  ]\r\n`],
	['two blanks', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}:\n    - ${layer}\n⟦→    - ${add}\n⟧`],
	['dashes at the key', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}:\n  - ${layer}\n⟦→  - ${add}\n⟧  application/vnd.sylabs.sif.config.v1+json:\n  - application/vnd.sylabs.sif.layer.v1+tar\nFEATURE_GENERAL_OCI_SUPPORT: true\n`],
	['several types', 'config.yaml', `FEATURE_X: true\nALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}:\n    - ${layer}\n    - text/spdx\n⟦→    - ${add}\n⟧SERVER_HOSTNAME: quay.acme.dev\n`],
	['the last key in the file', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  application/vnd.cncf.helm.config.v1+json:\n    - application/tar+gzip\n  ${image}:\n    - ${layer}\n⟦→    - ${add}\n⟧`],
	['no line end', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}:\n    - ${layer}⟦→\n    - ${add}⟧`],
	['CRLF', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\r\n  ${image}:\r\n    - ${layer}\r\n⟦→    - ${add}\r\n⟧SERVER_HOSTNAME: quay.acme.dev\r\n`],
	['a comment behind the last type', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}:\n    - ${layer} # zstd\n⟦→    - ${add}\n⟧  # other\n  application/vnd.sylabs.sif.config.v1+json:\n    - application/vnd.sylabs.sif.layer.v1+tar\n`],
	['quotes', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  "${image}":\n    - "${layer}"\n⟦→    - ${add}\n⟧`],
	['a blank line behind it', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}:\n    - ${layer}\n⟦→    - ${add}\n⟧\nSERVER_HOSTNAME: quay.acme.dev\n`],
	['a comment line in it', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}:\n    # zstd\n    - ${layer}\n⟦→    - ${add}\n⟧`],
	['a flow list', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}: [${layer}⟦→, ${add}⟧]\n`],
	['a flow list with blanks', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}: [ ${layer}⟦→, ${add}⟧ ]\n`],
	['an empty flow list', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}: [⟦→${add}⟧]\n`],
	['no list for images', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n    application/vnd.sylabs.sif.config.v1+json:\n        - application/vnd.sylabs.sif.layer.v1+tar\n⟦→    ${image}:\n        - ${add}\n⟧SERVER_HOSTNAME: quay.acme.dev\n`],
	['no list for images, dashes at the key, quotes', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\r\n  "application/vnd.cncf.helm.config.v1+json":\r\n  - application/tar+gzip\r\n⟦→  ${image}:\r\n  - ${add}\r\n⟧`],
	['no list for images and no line end', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  a/b:\n    - c/d⟦→\n  ${image}:\n    - ${add}⟧`],
	['no list for images in a Secret', 's.yaml', `apiVersion: v1\nkind: Secret\nstringData:\n  config.yaml: |\n    ALLOWED_OCI_ARTIFACT_TYPES:\n      a/b:\n      - c/d\n⟦→      ${image}:\n      - ${add}\n⟧    X: 1\n`],
	['Quay 3.12 does not read it', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}:\n    - ${layer}\n`, { 'compose.yaml': 'services: { q: { image: "quay.io/projectquay/quay:v3.12.1" } }\n' }],
	['Quay 3.10 is told to take unknown types', 'config.yaml', `IGNORE_UNKNOWN_MEDIATYPES: true\nALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}:\n    - ${layer}\n`, { 'compose.yaml': 'services: { q: { image: "quay.io/projectquay/quay:v3.10.4" } }\n' }],
	['Quay 3.8 is told in vain', 'config.yaml', `IGNORE_UNKNOWN_MEDIATYPES: true\nALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}:\n    - ${layer}\n⟦→    - ${add}\n⟧`, { 'compose.yaml': 'services: { q: { image: "quay.io/projectquay/quay:v3.8.5" } }\n' }],
	['it is there', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}:\n    - ${layer}\n    - ${add}\n`],
	['it is there in quotes', 'config.yaml', `ALLOWED_OCI_ARTIFACT_TYPES:\n  ${image}: ["${add}"]\n`],
	['no such list', 'config.yaml', 'FEATURE_GENERAL_OCI_SUPPORT: true\nSERVER_HOSTNAME: quay.acme.dev\n'],
]);

fixCases('The key that this Quay does not read is removed', { code: 'quay-ignore-unknown-no-effect' }, [
	['without a list', 'config.yaml', 'SERVER_HOSTNAME: q.acme.dev\n⟦IGNORE_UNKNOWN_MEDIATYPES: true\n→⟧FEATURE_X: true\n', { 'compose.yaml': 'services: { q: { image: "quay.io/projectquay/quay:v3.12.1" } }\n' }],
	['CRLF at the end', 'conf/quay.yaml', 'SERVER_HOSTNAME: q.acme.dev\r\n⟦IGNORE_UNKNOWN_MEDIATYPES: true\r\n→⟧', { 'compose.yaml': 'services: { q: { image: "quay.io/projectquay/quay:v3.8.5" } }\n' }],
	['a version that reads it', 'config.yaml', 'SERVER_HOSTNAME: q.acme.dev\nIGNORE_UNKNOWN_MEDIATYPES: true\n', { 'compose.yaml': 'services: { q: { image: "quay.io/projectquay/quay:v3.11.0" } }\n' }],
]);
