import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findCode } from '../../scripts/lib/find-code.mjs';
import { shellLine } from '../../scripts/lib/run.mjs';

describe('the scripts on other systems', () => {
	it('give a shell each word whole, whatever is in the path of the project', () => {
		const words = ['/Users/A & B/the project', "it's", '(x)'];
		const print = 'console.log(JSON.stringify(process.argv.slice(1)))';
		const line = shellLine([process.execPath, '-e', print, '--', ...words]);
		assert.deepEqual(JSON.parse(execFileSync(line, { shell: true, encoding: 'utf8' })), words);
	});

	it('find VS Code where its installers put it, without a command on the path', () => {
		const before = process.env.PATH;
		process.env.PATH = '';
		try {
			const env = { LOCALAPPDATA: 'C:\\Users\\a b\\AppData\\Local', ProgramFiles: 'C:\\Program Files' };
			const found = (platform: NodeJS.Platform, there: RegExp) => findCode(platform, env, (path) => there.test(path));
			const inUser = 'C:\\Users\\a b\\AppData\\Local\\Programs\\Microsoft VS Code\\bin\\code.cmd';
			assert.equal(found('win32', /./), inUser);
			assert.equal(found('win32', /Program Files/), 'C:\\Program Files\\Microsoft VS Code\\bin\\code.cmd');
			assert.match(found('darwin', /./) ?? '', /^\/Applications\/Visual Studio Code\.app\/.*\/bin\/code$/);
			assert.equal(found('linux', /./), undefined);
		} finally {
			process.env.PATH = before;
		}
	});

	it('find the same line ends in every clone', () => {
		assert.match(readFileSync('.gitattributes', 'utf8'), /^\* text=auto eol=lf$/m);
	});
});
