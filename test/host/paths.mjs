import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the checkout. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where everything that belongs to VS Code under test is kept: the editor itself, Chromium, profiles. Git ignores it. */
export const hostCache = join(projectRoot, '.vscode-test');

/** Where other downloaded things are kept: registry and build tools, stamps of earlier set-ups. Git ignores it. */
export const projectCache = join(projectRoot, '.cache');
