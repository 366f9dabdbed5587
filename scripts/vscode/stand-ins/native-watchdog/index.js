// The name that older versions import.
module.exports = require('@vscode/native-watchdog');
