import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes a configuration of fontconfig with which a machine without any fonts shows the editor readably, and every machine the same.
 *
 * @param {string} folder the one Chromium was installed into, together with the npm package `dejavu-fonts-ttf`
 * @returns {Promise<string>} the path of the configuration
 */
export async function fontsConfig(folder) {
	const file = join(folder, 'fonts.conf');
	await writeFile(file, `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${folder}/node_modules/dejavu-fonts-ttf/ttf</dir>
	<dir>${folder}/fonts</dir>
	<cachedir>${folder}/fonts-cache</cachedir>
	<alias><family>sans-serif</family><prefer><family>Open Sans</family><family>DejaVu Sans</family></prefer></alias>
	<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`);
	return file;
}
