// Settings under which the workbench shows nothing but what is tested: no tips, dialogs, chat, network or animation.
export const quietSettings = {
	'chat.commandCenter.enabled': false,
	'chat.disableAIFeatures': true,
	'editor.accessibilitySupport': 'off',
	'editor.cursorBlinking': 'solid',
	'editor.cursorSmoothCaretAnimation': 'off',
	'editor.hover.delay': 100,
	'editor.minimap.enabled': false,
	'editor.wordBasedSuggestions': 'off',
	'extensions.autoCheckUpdates': false,
	'extensions.autoUpdate': false,
	'extensions.ignoreRecommendations': true,
	'files.autoSave': 'off',
	'git.enabled': false,
	'security.workspace.trust.enabled': false,
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'window.autoDetectColorScheme': false,
	'window.commandCenter': false,
	'workbench.colorTheme': 'Default Light Modern',
	// Newer versions open settings in a modal editor, which has no tab to wait for.
	'workbench.editor.useModal': 'off',
	'workbench.enableExperiments': false,
	'workbench.layoutControl.enabled': false,
	'workbench.reduceMotion': 'on',
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.settings.enableNaturalLanguageSearch': false,
	'workbench.startupEditor': 'none',
	'workbench.tips.enabled': false,
	'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** Workspaces are not trusted, and nobody is asked. */
export const trustSettings = {
	'security.workspace.trust.enabled': true,
	'security.workspace.trust.startupPrompt': 'never',
	'security.workspace.trust.banner': 'never',
};
