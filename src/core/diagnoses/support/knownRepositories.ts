import { editDistance } from './editDistance.ts';

/**
 * Names close to a repository that is missing, nearest first: only from the curated list of the same registry, and to be
 * checked at the registry before anybody is sent there.
 */
export function similarRepositories(domain: string, path: string, limit = 3): readonly string[] {
	const known = knownRepositories[domain] ?? [];
	const plain = flat(path);
	return known
		.filter(name => name !== path)
		.map(name => ({ name, distance: flat(name) === plain ? 0 : editDistance(path, name, 2) }))
		.filter(({ name, distance }) => distance <= (name.length < 6 + prefixLength(name) ? 1 : 2))
		.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
		.slice(0, limit)
		.map(({ name }) => name);
}

/** True for the Docker Official Images, by their path on Docker Hub (`library/node`). */
export function isOfficialImage(path: string): boolean {
	return path.startsWith('library/') && official.includes(path.slice('library/'.length));
}

/** The curated names as people write them: `node`, `quay.io/keycloak/keycloak`. */
export function knownNames(): readonly string[] {
	return Object.entries(knownRepositories).flatMap(([domain, paths]) =>
		paths.map(path => (domain === 'docker.io' ? path.replace(/^library\//, '') : `${domain}/${path}`)));
}

/** `project-quay` and `projectquay` are the same to a reader. */
function flat(path: string): string {
	return path.replace(/[-_.]/g, '');
}

function prefixLength(name: string): number {
	return name.startsWith('library/') ? 'library/'.length : 0;
}

const official = `adminer aerospike almalinux alpine amazoncorretto amazonlinux api-firewall arangodb archlinux backdrop bash bonita buildpack-deps
	busybox caddy cassandra chronograf clickhouse clojure composer convertigo couchbase couchdb crate dart debian docker drupal eclipse-mosquitto
	eclipse-temurin eggdrop elasticsearch elixir erlang fedora flink fluentd friendica gazebo gcc geonetwork ghost golang gradle groovy haproxy
	haskell haxe hello-world hitch hylang ibm-semeru-runtimes ibmjava influxdb irssi jetty joomla jruby julia kapacitor kibana kong krakend lightstreamer
	logstash mageia mariadb matomo maven mediawiki memcached mongo monica mysql neo4j neurodebian nextcloud nginx node odoo open-liberty
	oraclelinux orientdb percona perl php phpmyadmin photon postfixadmin postgres pypy python r-base rabbitmq rakudo-star redis redmine registry
	rethinkdb rockylinux ros ruby rust sapmachine satosa silverpeas solr sonarqube spark spiped storm swift swipl tarantool teamspeak telegraf tomcat
	tomee traefik ubuntu unit varnish vault websphere-liberty wordpress xwiki yourls zookeeper`.split(/\s+/);

const knownRepositories: Readonly<Record<string, readonly string[]>> = {
	'docker.io': [
		...official.map(name => `library/${name}`),
		'grafana/grafana', 'grafana/loki', 'prom/prometheus', 'prom/alertmanager', 'prom/node-exporter', 'hashicorp/terraform', 'hashicorp/vault', 'hashicorp/consul',
		'jenkins/jenkins', 'sonatype/nexus3', 'gitlab/gitlab-ce', 'gitlab/gitlab-runner', 'portainer/portainer-ce', 'minio/minio', 'keycloak/keycloak',
		'nginxinc/nginx-unprivileged', 'docker/dockerfile', 'moby/buildkit', 'tonistiigi/binfmt', 'pihole/pihole', 'homeassistant/home-assistant', 'linuxserver/plex',
		'apache/kafka', 'apache/airflow', 'apache/superset', 'confluentinc/cp-kafka', 'confluentinc/cp-zookeeper', 'mcp/git', 'postgis/postgis', 'timescale/timescaledb',
		'rancher/rancher', 'rancher/k3s', 'containrrr/watchtower', 'vaultwarden/server', 'gitea/gitea', 'drone/drone', 'mailhog/mailhog', 'axllent/mailpit', 'dpage/pgadmin4',
		'curlimages/curl', 'alpine/git', 'alpine/helm', 'bitnami/kubectl', 'localstack/localstack', 'opensearchproject/opensearch', 'nvidia/cuda', 'pytorch/pytorch',
		'tensorflow/tensorflow', 'jupyter/base-notebook', 'selenium/standalone-chrome', 'cypress/included', 'pgvector/pgvector', 'ollama/ollama', 'n8nio/n8n',
	],
	'quay.io': [
		'projectquay/quay', 'projectquay/clair', 'prometheus/prometheus', 'prometheus/alertmanager', 'prometheus/node-exporter', 'keycloak/keycloak', 'argoproj/argocd',
		'coreos/etcd', 'podman/stable', 'buildah/stable', 'skopeo/stable', 'containers/podman', 'containers/buildah', 'containers/skopeo', 'centos/centos', 'fedora/fedora',
		'jetstack/cert-manager-controller', 'cilium/cilium', 'minio/minio', 'strimzi/kafka', 'jupyter/base-notebook', 'jupyter/scipy-notebook', 'metallb/controller',
		'openshift/origin-cli', 'oauth2-proxy/oauth2-proxy', 'vouch/vouch-proxy', 'thanos/thanos', 'biocontainers/samtools', 'calico/node', 'calico/cni', 'frrouting/frr',
	],
	'ghcr.io': [
		'home-assistant/home-assistant', 'astral-sh/uv', 'devcontainers/features/node', 'devcontainers/features/docker-in-docker', 'devcontainers/features/common-utils',
		'devcontainers/features/python', 'devcontainers/features/go', 'devcontainers/features/git', 'devcontainers/features/github-cli', 'fluxcd/flux-cli', 'dexidp/dex',
		'open-telemetry/opentelemetry-collector-releases/opentelemetry-collector', 'immich-app/immich-server', 'linuxserver/plex', 'linuxserver/sonarr', 'super-linter/super-linter',
		'aquasecurity/trivy', 'anchore/syft', 'renovatebot/renovate', 'berriai/litellm', 'open-webui/open-webui', 'distribution/distribution', 'project-zot/zot',
	],
	'mcr.microsoft.com': [
		'dotnet/sdk', 'dotnet/aspnet', 'dotnet/runtime', 'dotnet/runtime-deps', 'dotnet/monitor', 'devcontainers/base', 'devcontainers/python', 'devcontainers/typescript-node',
		'devcontainers/javascript-node', 'devcontainers/go', 'devcontainers/rust', 'devcontainers/java', 'devcontainers/dotnet', 'devcontainers/cpp', 'devcontainers/php',
		'devcontainers/universal', 'devcontainers/ruby', 'devcontainers/miniconda', 'playwright', 'mssql/server', 'azure-cli', 'powershell', 'windows/servercore',
		'windows/nanoserver', 'azurelinux/base/core', 'cbl-mariner/base/core', 'openjdk/jdk', 'azure-functions/node', 'azure-functions/python',
	],
	'gcr.io': [
		'distroless/static', 'distroless/base', 'distroless/cc', 'distroless/java17-debian12', 'distroless/java21-debian12',
		'distroless/nodejs20-debian12', 'distroless/python3-debian12', 'kaniko-project/executor',
	],
	'registry.k8s.io': ['pause', 'etcd', 'kube-apiserver', 'kube-proxy', 'coredns/coredns', 'ingress-nginx/controller', 'metrics-server/metrics-server'],
	'public.ecr.aws': ['lambda/python', 'lambda/nodejs', 'lambda/java', 'docker/library/node', 'docker/library/python', 'amazonlinux/amazonlinux'],
};
