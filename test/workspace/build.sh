#!/bin/sh
set -eu

# The HEALTHCHECK of the Dockerfile is lost without --format=docker.
buildah bud -t localhost:5055/demo/shop:2.0.2 .

# Inside the builder, this name leads to the builder itself.
docker buildx build --push \
	--platform linux/amd64 \
	-t quay.localhost.direct/demo/shop:2.0.2 .

skopeo copy docker://localhost:5055/demo/oci:1.0 docker://quay.localhost.direct/demo/oci:1.0
