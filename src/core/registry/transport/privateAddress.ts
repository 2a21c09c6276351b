import { BlockList, isIP } from 'node:net';

/** True for `localhost` and loopback literals (127.0.0.0/8, ::1), the only hosts that are tried over plain http unasked. */
export function isLoopbackName(hostname: string): boolean {
	const name = bare(hostname);
	if (name === 'localhost') { return true; }
	const version = isIP(name);
	return version !== 0 && (loopback ??= loopbackRanges()).check(name, version === 4 ? 'ipv4' : 'ipv6');
}

/** True for loopback names and for literals of loopback, private, link-local, shared and unspecified addresses. */
export function isPrivateName(hostname: string): boolean {
	const name = bare(hostname);
	if (isLoopbackName(name) || name.endsWith('.localhost') || metadataNames.has(name)) { return true; }
	const version = isIP(name);
	return version !== 0 && (inside ??= insideRanges()).check(name, version === 4 ? 'ipv4' : 'ipv6');
}

function bare(hostname: string): string {
	return hostname.toLowerCase().replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** Where clouds tell a machine its own secrets; these names resolve inside only. */
const metadataNames = new Set(['metadata', 'metadata.google.internal', 'instance-data', 'instance-data.ec2.internal']);

/** Both are made on first need: most starts have none. */
let loopback: BlockList | undefined;
let inside: BlockList | undefined;

function loopbackRanges(): BlockList {
	const list = new BlockList();
	list.addSubnet('127.0.0.0', 8, 'ipv4');
	list.addAddress('::1', 'ipv6');
	return list;
}

function insideRanges(): BlockList {
	const list = new BlockList();
	for (const [address, prefix] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.168.0.0', 16]] as const) {
		list.addSubnet(address, prefix, 'ipv4');
		// Mapped, and as a network that translates to IPv4 writes it (RFC 6052).
		for (const before of ['::ffff:', '64:ff9b::']) { list.addSubnet(`${before}${address}`, 96 + prefix, 'ipv6'); }
	}
	for (const [address, prefix] of [['::', 127], ['64:ff9b:1::', 48], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10]] as const) { list.addSubnet(address, prefix, 'ipv6'); }
	return list;
}
