import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import CountingReporter from '../../support/counting-reporter.ts';

/** Called by VS Code in the extension host: runs every bundle beside this one. */
export async function run(): Promise<void> {
	const mocha = new Mocha({ color: true, timeout: 30_000, reporter: CountingReporter });
	for (const name of readdirSync(__dirname)) if (name.endsWith('.test.js')) mocha.addFile(path.join(__dirname, name));
	const failures = await new Promise<number>((resolve) => {
		mocha.run(resolve);
	});
	if (failures > 0) throw new Error(`${failures} tests failed.`);
}
