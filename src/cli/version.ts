import { version as written } from '../../package.json';

/** The version of this build, from package.json. */
export const version: string = written;
