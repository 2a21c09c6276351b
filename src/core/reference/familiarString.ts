import type { Reference } from '../model/index.ts';
import { familiarName } from './familiarName.ts';

/** The short form with tag and digest as they are: `node:22-alpine`, `ghcr.io/a/b@sha256:…`. */
export function familiarString(reference: Reference): string {
	return familiarName(reference) + reference.canonical.slice(reference.repository.length);
}
