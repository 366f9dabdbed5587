/** The page of a report in the colours of the editor's theme. Severities are told by a dot: as text they would be too pale. */
export const reportStyle = `:root{--ink:var(--vscode-foreground);--soft:var(--vscode-descriptionForeground);--line:var(--vscode-contrastBorder,var(--vscode-widget-border,var(--vscode-editorGroup-border)));--paper:var(--vscode-editor-background);--tint:var(--vscode-textCodeBlock-background);--bar:var(--vscode-charts-blue);--error:var(--vscode-editorError-foreground);--warning:var(--vscode-editorWarning-foreground);--mark:var(--vscode-editor-findMatchHighlightBackground)}
body{padding:1.5rem 1.75rem 4rem;font-family:var(--vscode-font-family,system-ui,sans-serif);font-size:var(--vscode-font-size,14px)}
body.vscode-high-contrast{--soft:var(--ink);--bar:var(--ink)}
.error,.warning{color:var(--ink)}
.error::before,.warning::before{content:"● " / ""}
.error::before{color:var(--error)}
.warning::before{color:var(--warning)}
mark{outline:1px solid var(--vscode-contrastActiveBorder,transparent)}
code{background:none;color:inherit;padding:0}
blockquote{color:inherit}
a{color:var(--vscode-textLink-foreground)}
button{font:inherit;text-align:start;padding:.15rem .5rem;border:1px solid var(--vscode-button-border,var(--vscode-contrastBorder,transparent));border-radius:2px;background:var(--vscode-button-secondaryBackground);color:var(--vscode-button-secondaryForeground);cursor:pointer;overflow-wrap:anywhere}
button:hover{background:var(--vscode-button-secondaryHoverBackground)}
button[data-problem]{padding:0;border:0;background:none;color:var(--vscode-textLink-foreground);text-decoration:underline}
:focus-visible{outline:1px solid var(--vscode-focusBorder);outline-offset:1px}
`;
