import { hostListed } from './transport/hostPattern.ts';

/** What the answers of one registry mean where the specification leaves it open. */
export interface RegistryQuirks {
	readonly name: string;
	/** Host patterns. */
	readonly hosts: readonly string[];
	/** Host of the API when it is not the registry's own name. */
	readonly apiHost?: string;
	/** Reading a manifest counts as a pull against a limit, so existence is asked by HEAD. */
	readonly countsGets?: boolean;
	/** Refused without login: never says whether the repository exists, or wants a login from everybody. */
	readonly refusedAnonymous?: 'missing-or-private' | 'login-needed';
	/** Refused with an accepted login: an accusation of the login, or still "private or missing". */
	readonly refusedUser?: 'not-allowed' | 'missing-or-private';
	/** `MANIFEST_UNKNOWN` is said of existing repositories only; elsewhere the tag list decides. */
	readonly unknownMeansTag?: boolean;
	/** Everybody is sent to this token server, so nobody needs to be told first. */
	readonly challenge?: { readonly realm: string; readonly service: string };
	/** Token servers at other sites that are this registry's own. */
	readonly realms?: readonly string[];
}

/** The table, most specific first. Sources: vendors' code and documentation, client issues. */
export const quirksTable: readonly RegistryQuirks[] = [
	{
		name: 'Docker Hub',
		hosts: ['docker.io', 'index.docker.io', 'registry-1.docker.io'],
		apiHost: 'registry-1.docker.io',
		challenge: { realm: 'https://auth.docker.io/token', service: 'registry.docker.io' },
		countsGets: true,
		refusedAnonymous: 'missing-or-private',
		refusedUser: 'missing-or-private',
		unknownMeansTag: true,
	},
	{
		name: 'GitHub',
		hosts: ['ghcr.io', 'docker.pkg.github.com'],
		refusedAnonymous: 'missing-or-private',
		refusedUser: 'missing-or-private',
		unknownMeansTag: true,
	},
	{ name: 'Quay', hosts: ['quay.io'], refusedAnonymous: 'missing-or-private', refusedUser: 'not-allowed', unknownMeansTag: true },
	{ name: 'GitLab', hosts: ['registry.gitlab.com'], refusedAnonymous: 'missing-or-private', refusedUser: 'missing-or-private', realms: ['gitlab.com'] },
	{
		name: 'Google',
		hosts: ['gcr.io', '*.gcr.io', '*.pkg.dev'],
		refusedAnonymous: 'missing-or-private',
		refusedUser: 'missing-or-private',
		realms: ['oauth2.googleapis.com'],
	},
	{
		name: 'Amazon ECR',
		hosts: ['*.dkr.ecr.*.amazonaws.com', '*.dkr.ecr.*.amazonaws.com.cn', '*.dkr.ecr-fips.*.amazonaws.com'],
		refusedAnonymous: 'login-needed',
		refusedUser: 'not-allowed',
		unknownMeansTag: true,
	},
	{ name: 'Amazon ECR Public', hosts: ['public.ecr.aws'], refusedAnonymous: 'missing-or-private', refusedUser: 'not-allowed' },
	{
		name: 'Azure',
		hosts: ['*.azurecr.io', '*.azurecr.cn', '*.azurecr.us'],
		refusedAnonymous: 'missing-or-private',
		refusedUser: 'not-allowed',
		realms: ['login.microsoftonline.com'],
	},
	{
		name: 'Red Hat',
		hosts: ['registry.redhat.io', 'registry.connect.redhat.com'],
		refusedAnonymous: 'login-needed',
		refusedUser: 'missing-or-private',
		realms: ['sso.redhat.com'],
	},
	{ name: 'LinuxServer', hosts: ['lscr.io'], realms: ['ghcr.io'] },
	{ name: 'NVIDIA', hosts: ['nvcr.io'], refusedAnonymous: 'missing-or-private', refusedUser: 'missing-or-private' },
	{ name: 'OpenShift', hosts: ['docker-registry.*', 'image-registry.*', 'default-route-openshift-image-registry.*'] },
];

const everybodyElse: RegistryQuirks = { name: 'registry', hosts: [] };

/**
 * The row for a `host[:port]`. A host without one that is asked in the place of a registry (a mirror, another location)
 * counts reads and refuses as that registry does; whom it trusts, and what it means by "unknown", is its own.
 */
export function quirksOf(host: string, insteadOf?: string): RegistryQuirks {
	const key = `${host} ${insteadOf ?? ''}`;
	const before = known.get(key);
	if (before) { return before; }
	if (known.size > 1000) { known.clear(); }
	const found = find(host, insteadOf);
	known.set(key, found);
	return found;
}

/** Each request asks several times. */
const known = new Map<string, RegistryQuirks>();

function find(host: string, insteadOf: string | undefined): RegistryQuirks {
	const own = quirksTable.find(row => hostListed(row.hosts, host));
	if (own || insteadOf === undefined) { return own ?? everybodyElse; }
	const { name, countsGets, refusedAnonymous, refusedUser } = quirksOf(insteadOf);
	return {
		name,
		hosts: [],
		...(countsGets ? { countsGets } : {}),
		...(refusedAnonymous ? { refusedAnonymous } : {}),
		...(refusedUser ? { refusedUser } : {}),
	};
}
