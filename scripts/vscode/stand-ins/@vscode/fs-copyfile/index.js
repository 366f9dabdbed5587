// Without it the built-in git extension fails to load.
const fs = require('node:fs');

exports.cp = (from, to) => fs.promises.cp(from, to, { recursive: true });
exports.isCloneSupported = () => false;
