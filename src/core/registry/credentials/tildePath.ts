/** A path as people write it: the home folder as `~`. */
export function tildePath(path: string, homeFolder: string): string {
	return homeFolder !== '' && path.startsWith(`${homeFolder}/`) ? `~${path.slice(homeFolder.length)}` : path;
}
