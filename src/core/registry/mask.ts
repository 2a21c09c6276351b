/** Hides secrets in a line for people: known ones, credentials in URLs, tokens, Authorization values. */
export interface Mask {
	/** From now on this text is hidden. Short ones are not remembered: hiding them would hide words. */
	add(secret: string): void;
	(text: string): string;
}

/** What each of the patterns below needs; most texts have none of it. */
const suspicious = /basic|bearer|@|[?&]|eyJ/i;

/** One mask for one client; remembers the last hundreds of secrets, in the ways in which they are written. */
export function createMask(): Mask {
	const secrets = new Set<string>();
	const mask = (text: string): string => {
		let result = !suspicious.test(text) ? text : text
			.replace(/\b(basic|bearer)\s+[A-Za-z0-9._~+/=-]{6,}/gi, '$1 ***')
			.replace(/(\/\/)[^/@\s]+@/g, '$1***@')
			.replace(/([?&](?:access_token|token|refresh_token|password|sig|signature|x-amz-[a-z-]+|account)=)[^&\s"]+/gi, '$1***')
			.replace(/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/g, '***');
		for (const secret of secrets) { result = result.replaceAll(secret, '***'); }
		return result;
	};
	return Object.assign(mask, {
		add(secret: string): void {
			if (secret.length < 4) { return; }
			// As it is written in an address, a form and JSON too; what is no Unicode cannot be written in an address.
			const text = Buffer.from(secret).toString();
			for (const written of [
				secret,
				encodeURIComponent(text),
				new URLSearchParams({ '': text }).toString().slice(1),
				JSON.stringify(secret).slice(1, -1),
			]) {
				secrets.add(written);
			}
			while (secrets.size > 2000) { secrets.delete(secrets.values().next().value ?? ''); }
		},
	});
}
