// Older versions import this package, which downloads its binary from outside the registry; the newer one carries it.
const path = require('node:path');

exports.rgPath = path.join(__dirname, `../ripgrep-universal/bin/${process.platform}-${process.arch}/rg`);
