// Telemetry, which is off here; imported by name.
exports.AppInsightsCore = class {
	initialize() {}
	track() {}
	unload() {}
};
