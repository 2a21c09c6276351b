import { BlockList, isIP } from 'node:net';

/** Is this address literal in the range `10.0.0.0/8`? False for names, and for what is no range. */
export function inAddressRange(range: string, host: string): boolean {
	const [, address = '', digits = ''] = /^([0-9a-f.:]+)\/(\d{1,3})$/i.exec(range) ?? [];
	const version = isIP(host);
	const prefix = Number(digits);
	if (version === 0 || isIP(address) !== version || prefix > (version === 4 ? 32 : 128)) { return false; }
	const list = new BlockList();
	list.addSubnet(address, prefix, version === 4 ? 'ipv4' : 'ipv6');
	return list.check(host, version === 4 ? 'ipv4' : 'ipv6');
}
