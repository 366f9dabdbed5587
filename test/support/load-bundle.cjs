// Loads a bundle of the extension without an editor: prints the processor time of compiling it and of what runs before
// anything is called, in milliseconds. What of Node it needs is loaded already, as it is where extensions run.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const vm = require('node:vm');

for (const name of [
	'child_process',
	'crypto',
	'fs/promises',
	'net',
	'os',
	'path',
	'stream',
	'url',
	'util',
	'worker_threads',
])
	require(`node:${name}`);

/** Stands for all of the editor's interface. */
const anything = () =>
	new Proxy(class {}, {
		get: (target, key) => (key === 'prototype' ? target.prototype : anything()),
		apply: anything,
	});
const editor = Object.create(anything());

const spent = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
};

const [, , file] = process.argv;
const source = Module.wrap(readFileSync(file, 'utf8'));
const start = spent();
const load = new vm.Script(source, { filename: file }).runInThisContext();
const compiled = spent();
load({}, (name) => (name === 'vscode' ? editor : require(name)), { exports: {} }, file, '');
console.log(`${compiled - start} ${spent() - compiled}`);
