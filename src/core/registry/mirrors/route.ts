import type { Endpoint } from './endpoint.ts';

/** Where a reference is really asked: mirrors first, the registry itself last. */
export type Route = { readonly type: 'ask'; readonly endpoints: readonly Endpoint[] } | { readonly type: 'blocked' };

/** The registry itself, behind its mirrors; `undefined` where the machine's configuration blocks it. */
export function ownEndpoint(route: Route | undefined): Endpoint | undefined {
	return route?.type === 'ask' ? route.endpoints.at(-1) : undefined;
}
