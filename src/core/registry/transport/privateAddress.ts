import { BlockList, isIP } from 'node:net';

/** True for `localhost` and loopback literals (127.0.0.0/8, ::1), the only hosts that are tried over plain http unasked. */
export function isLoopbackName(hostname: string): boolean {
	const name = bare(hostname);
	if (name === 'localhost') { return true; }
	const version = isIP(name);
	// Lists are loaded for the address that has many spellings only.
	return version === 4 ? name.startsWith('127.') : version === 6 && (loopback ??= loopbackRanges()).check(name, 'ipv6');
}

/** True for loopback names and for literals of loopback, private, link-local, shared, reserved and unspecified addresses. */
export function isPrivateName(hostname: string): boolean {
	const name = bare(hostname);
	if (isLoopbackName(name) || name.endsWith('.localhost') || innerNames.has(name)) { return true; }
	const version = isIP(name);
	return version !== 0 && (inside ??= insideRanges()).check(name, version === 4 ? 'ipv4' : 'ipv6');
}

function bare(hostname: string): string {
	return hostname.toLowerCase().replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** Where clouds tell a machine its own secrets, and what /etc/hosts and container engines call the machine itself. */
const innerNames = new Set([
	'metadata', 'metadata.google.internal', 'instance-data', 'instance-data.ec2.internal',
	'localhost.localdomain', 'localhost6', 'localhost6.localdomain6', 'ip6-localhost', 'ip6-loopback',
	'host.docker.internal', 'gateway.docker.internal', 'kubernetes.docker.internal', 'host.containers.internal',
]);

/** Both are made on first need: most starts have none. */
let loopback: BlockList | undefined;
let inside: BlockList | undefined;

function loopbackRanges(): BlockList {
	const list = new BlockList();
	list.addSubnet('127.0.0.0', 8, 'ipv4');
	list.addAddress('::1', 'ipv6');
	return list;
}

/** Of RFC 6890, and the address at which Azure tells its machines. */
const innerRanges = [
	['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['168.63.129.16', 32], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24],
	['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 3],
] as const;

function insideRanges(): BlockList {
	const list = new BlockList();
	for (const [address, prefix] of innerRanges) {
		list.addSubnet(address, prefix, 'ipv4');
		// Mapped, translated (RFC 2765, RFC 6052), as IPv6 once held it, and 6to4.
		for (const before of ['::ffff:', '::ffff:0:', '64:ff9b::', '::']) { list.addSubnet(`${before}${address}`, 96 + prefix, 'ipv6'); }
		const bytes = address.split('.').map(byte => Number(byte).toString(16).padStart(2, '0'));
		list.addSubnet(`2002:${bytes.slice(0, 2).join('')}:${bytes.slice(2).join('')}::`, 16 + prefix, 'ipv6');
	}
	for (const [address, prefix] of [['::', 127], ['ff00::', 8], ['64:ff9b:1::', 48], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10]] as const) {
		list.addSubnet(address, prefix, 'ipv6');
	}
	return list;
}
