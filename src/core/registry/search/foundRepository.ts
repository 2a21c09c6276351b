/** A repository that a registry named when it was searched. */
export interface FoundRepository {
	/** As people write it: `nginx`, `grafana/grafana`, `quay.io/keycloak/keycloak`. */
	readonly name: string;
	/** Text of a stranger. */
	readonly description?: string;
	readonly stars?: number;
	/** A Docker Official Image. */
	readonly official?: boolean;
}

/** What a search brought. */
export interface FoundRepositories {
	readonly repositories: readonly FoundRepository[];
	/** False: there are more than were read. */
	readonly complete: boolean;
}
