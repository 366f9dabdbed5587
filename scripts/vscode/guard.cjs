// Loaded with -r into the server and, through its execArgv, into what it forks: each goes when its parent goes, even
// after a SIGKILL, which leaves nobody to clean up.
const parent = process.ppid;
setInterval(() => {
	if (process.ppid !== parent) process.exit(1);
}, 1000).unref();
