/** Everything before the last '/', without it; `''` for a bare name. Works on paths and URIs. */
export function folderOf(file: string): string {
	const slash = file.lastIndexOf('/');
	return slash === -1 ? '' : file.slice(0, slash);
}

/** Everything after the last '/'. */
export function baseName(file: string): string {
	return file.slice(file.lastIndexOf('/') + 1);
}

/** Joins a '/'-separated relative path to a folder, resolving `.` and `..`; an absolute one is returned as it is. */
export function joinPath(folder: string, relative: string): string {
	const wanted = relative.replaceAll('\\', '/');
	if (wanted.startsWith('/') || /^[A-Za-z]:\//.test(wanted)) { return wanted; }
	const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/]*/.exec(folder)?.[0] ?? '';
	const rooted = scheme !== '' || folder.startsWith('/');
	const parts: string[] = [];
	for (const part of [...folder.slice(scheme.length).split('/'), ...wanted.split('/')]) {
		if (part === '' || part === '.') { continue; }
		if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') { parts.pop(); continue; }
		if (part === '..' && rooted) { continue; }
		parts.push(part);
	}
	return scheme + (rooted ? '/' : '') + parts.join('/');
}
