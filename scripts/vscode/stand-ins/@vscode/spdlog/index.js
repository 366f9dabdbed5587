// Log files without the native module.
const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
	constructor(_type, _name, file) {
		this.file = file;
		this.level = levels.indexOf('info');
		fs.mkdirSync(path.dirname(file), { recursive: true });
	}
	write(level, message) {
		if (level < this.level) return;
		try {
			fs.appendFileSync(this.file, `${new Date().toISOString()} [${levels[level]}] ${message}\n`);
		} catch {
			// The folder is removed while the server goes down; a lost line of log is no reason to crash.
		}
	}
	trace(message) {
		this.write(0, message);
	}
	debug(message) {
		this.write(1, message);
	}
	info(message) {
		this.write(2, message);
	}
	warn(message) {
		this.write(3, message);
	}
	error(message) {
		this.write(4, message);
	}
	critical(message) {
		this.write(5, message);
	}
	getLevel() {
		return this.level;
	}
	setLevel(level) {
		this.level = level;
	}
	setPattern() {}
	clearFormatters() {}
	flush() {}
	drop() {}
}

const create = async (name, file) => new Logger('rotating', name, file);

exports.version = 1;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
