// Takes the place of `@vscode/spdlog`, whose native part would have to be compiled: the same functions, writing to the same files.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

class Logger {
	#file;
	#level = 2;
	#plain = false;

	constructor(_type, _name, file) {
		mkdirSync(dirname(file), { recursive: true });
		this.#file = file;
	}

	trace(message) { this.#write(0, 'trace', message); }
	debug(message) { this.#write(1, 'debug', message); }
	info(message) { this.#write(2, 'info', message); }
	warn(message) { this.#write(3, 'warning', message); }
	error(message) { this.#write(4, 'error', message); }
	critical(message) { this.#write(5, 'critical', message); }
	getLevel() { return this.#level; }
	setLevel(level) { this.#level = level; }
	setPattern() {}
	clearFormatters() { this.#plain = true; }
	flush() {}
	drop() {}

	#write(level, name, message) {
		if (level < this.#level) {
			return;
		}
		const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
		try {
			appendFileSync(this.#file, this.#plain ? message : `${time} [${name}] ${message}\n`);
		} catch {
			// The profile was removed while its last lines were written.
		}
	}
}

const createLogger = async (name, file) => new Logger('rotating', name, file);

// One by one, so that an `import` of this module sees the names.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
exports.Logger = Logger;
