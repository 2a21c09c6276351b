/** A refusal or an absence as one registry words it. */
export interface FakeAnswer {
	readonly status: number;
	readonly code: string;
	readonly message: string;
	/** Where it is said: by the resource (default) or already by the token endpoint. */
	readonly at?: 'resource' | 'token';
	/** Body as sent, instead of the `errors` list. */
	readonly body?: string;
	readonly contentType?: string;
}

/** How a registry answers what it cannot or will not give. */
export interface FakeProfile {
	/** No such repository, asked without login. */
	readonly missingRepository: FakeAnswer;
	/** No such repository, asked by somebody logged in. */
	readonly missingRepositoryKnownUser: FakeAnswer;
	/** Repository of somebody else, asked without login. */
	readonly privateRepository: FakeAnswer;
	/** Repository of somebody else, asked by somebody logged in. */
	readonly forbidden: FakeAnswer;
	readonly missingTag: FakeAnswer;
	/** A login that is wrong, at the token endpoint or (Basic) at the resource. */
	readonly wrongLogin: FakeAnswer;
	/** `tags/list` of a repository that does not exist. */
	readonly missingList?: FakeAnswer;
	/** Wants the stored type in Accept, as distribution does. */
	readonly negotiates?: boolean;
}

export type ProfileName = 'distribution' | 'hub' | 'quay' | 'ghcr' | 'harbor' | 'gitlab' | 'gar' | 'ecr' | 'acr' | 'zot' | 'openshift' | 'artifactory' | 'k8s';

const unknownTag = answer(404, 'MANIFEST_UNKNOWN', 'manifest unknown');
const unauthorized = answer(401, 'UNAUTHORIZED', 'authentication required');
const denied = answer(403, 'DENIED', 'requested access to the resource is denied');
const unknownName = answer(404, 'NAME_UNKNOWN', 'repository name not known to registry');

const distribution: FakeProfile = {
	missingRepository: unknownTag, missingRepositoryKnownUser: unknownTag, privateRepository: unauthorized, forbidden: denied,
	missingTag: unknownTag, wrongLogin: unauthorized, missingList: unknownName, negotiates: true,
};

/** The registries that the tests play; sources: the vendors' code and documentation, see the quirks table of the client. */
export const profiles: Readonly<Record<ProfileName, FakeProfile>> = {
	distribution,
	hub: { ...distribution, missingRepository: unauthorized, missingRepositoryKnownUser: unauthorized, forbidden: unauthorized, missingList: unauthorized },
	quay: (() => {
		const closed = answer(401, 'UNAUTHORIZED', 'access to the requested resource is not authorized');
		return {
			...distribution, missingRepository: closed, privateRepository: closed, forbidden: closed, missingList: closed,
			missingRepositoryKnownUser: answer(404, 'NAME_UNKNOWN', 'repository not found'),
			wrongLogin: { ...answer(401, 'UNAUTHORIZED', 'Invalid Username or Password'), at: 'token' },
		};
	})(),
	ghcr: (() => {
		const refused: FakeAnswer = { ...answer(403, 'DENIED', 'requested access to the resource is denied'), at: 'token' };
		return { ...distribution, missingRepository: refused, missingRepositoryKnownUser: refused, privateRepository: refused, forbidden: refused, wrongLogin: refused };
	})(),
	harbor: {
		...distribution, missingRepository: unauthorized, privateRepository: unauthorized, forbidden: answer(403, 'FORBIDDEN', 'no permission to pull'),
		missingRepositoryKnownUser: answer(404, 'NOT_FOUND', 'repository not found'), missingTag: answer(404, 'NOT_FOUND', 'artifact demo/app:x not found'),
	},
	gitlab: (() => {
		const refused: FakeAnswer = { ...answer(403, 'DENIED', 'access forbidden'), at: 'token' };
		return { ...distribution, missingRepository: refused, missingRepositoryKnownUser: refused, privateRepository: refused, forbidden: refused, wrongLogin: { ...refused, status: 401, message: 'HTTP Basic: Access denied' } };
	})(),
	gar: (() => {
		const refused = answer(403, 'DENIED', 'Permission "artifactregistry.repositories.downloadArtifacts" denied on resource "projects/p/locations/l/repositories/r" (or it may not exist)');
		return { ...distribution, missingRepository: refused, missingRepositoryKnownUser: refused, privateRepository: refused, forbidden: refused, missingTag: answer(404, 'MANIFEST_UNKNOWN', 'Failed to fetch "1"') };
	})(),
	ecr: {
		...distribution, missingRepository: { ...unauthorized, body: 'Not Authorized\n', contentType: 'text/plain' },
		privateRepository: { ...unauthorized, body: 'no basic auth credentials\n', contentType: 'text/plain' },
		missingRepositoryKnownUser: answer(404, 'NAME_UNKNOWN', 'The repository with name \'x\' does not exist in the registry with id \'123456789012\''),
		missingTag: answer(404, 'MANIFEST_UNKNOWN', 'Requested image not found'),
		forbidden: answer(403, 'DENIED', 'User: arn:aws:iam::1:user/x is not authorized to perform: ecr:BatchGetImage'),
		wrongLogin: answer(403, 'DENIED', 'Your Authorization Token has expired. Run \'aws ecr get-login-password\' to fetch a new one.'),
	},
	acr: { ...distribution, missingRepository: answer(401, 'UNAUTHORIZED', 'authentication required, visit https://aka.ms/acr/authorization for more information.') },
	zot: { ...distribution, missingRepository: unknownName, missingRepositoryKnownUser: unknownName },
	openshift: distribution,
	artifactory: { ...distribution, missingRepository: unknownName, missingRepositoryKnownUser: unknownName },
	k8s: { ...distribution, missingRepository: unknownName },
};

function answer(status: number, code: string, message: string): FakeAnswer {
	return { status, code, message };
}
