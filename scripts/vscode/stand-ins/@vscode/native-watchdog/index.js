// Ends this process when the one that it was started for is gone.
exports.start = (pid) =>
	setInterval(() => {
		try {
			process.kill(pid, 0);
		} catch {
			process.exit(87);
		}
	}, 1000).unref();
