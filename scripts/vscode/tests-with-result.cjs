// Runs inside the extension host in place of the real extensionTestsPath and leaves a result file: VS Code reports exit
// code 0 when the extension host is killed or a test calls process.exit, so 0 alone proves nothing.
const fs = require('node:fs');
const { pathToFileURL } = require('node:url');

exports.run = async () => {
	try {
		await runTests(process.env.CODE_SHIM_TESTS);
		leave({ ok: true });
	} catch (error) {
		leave({ ok: false });
		throw error instanceof Error ? error : new Error(String(error));
	}
};

const leave = (result) => fs.writeFileSync(process.env.CODE_SHIM_RESULT, JSON.stringify(result));

async function runTests(file) {
	const tests = await load(file);
	const run = tests.run ?? tests.default?.run;
	if (typeof run !== 'function') throw new Error(`${file} exports no function called run.`);
	if (run.length < 2) return run();
	// The older form, with a callback that gets an error or the number of failures.
	return new Promise((resolve, reject) => {
		run(file, (error, failures) => {
			if (error) reject(error);
			else if (failures) reject(new Error(`${failures} tests failed.`));
			else resolve();
		});
	});
}

async function load(file) {
	try {
		return require(file);
	} catch (error) {
		if (error?.code !== 'ERR_REQUIRE_ESM' && error?.code !== 'ERR_REQUIRE_ASYNC_MODULE') throw error;
		return import(pathToFileURL(require.resolve(file)).href);
	}
}
