import { processIo } from './io.ts';
import { run } from './run.ts';

// Whoever reads the results may have had enough of them: `relwork cites … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit();
	throw error;
});

void run(process.argv.slice(2), processIo()).then((code) => {
	process.exitCode = code;
});
