/** The parts of undici that are used. Its index loads fetch, WebSocket, caches and mocks too, which doubles the start of the command line. */
declare module 'undici/lib/dispatcher/agent.js' {
	import type { Agent } from 'undici';
	const agent: typeof Agent;
	export default agent;
}

declare module 'undici/lib/dispatcher/proxy-agent.js' {
	import type { ProxyAgent } from 'undici';
	const proxyAgent: typeof ProxyAgent;
	export default proxyAgent;
}

declare module 'undici/lib/dispatcher/pool.js' {
	import type { Pool } from 'undici';
	const pool: typeof Pool;
	export default pool;
}

declare module 'undici/lib/api/api-connect.js' {
	import type { Dispatcher } from 'undici';
	/** To be a method of a dispatcher. */
	const connect: Dispatcher['connect'];
	export default connect;
}
