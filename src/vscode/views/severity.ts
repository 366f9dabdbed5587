import * as vscode from 'vscode';
import type { Problem, Severity } from '../../core/model/problem.ts';

const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const icons: Readonly<Record<Severity, vscode.ThemeIcon>> = {
	error: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
	warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
	information: new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground')),
	hint: new vscode.ThemeIcon('lightbulb', new vscode.ThemeColor('problemsInfoIcon.foreground')),
};

/** The icon of the worst of some problems; undefined without any. */
export function iconOf(problems: readonly Problem[]): vscode.ThemeIcon | undefined {
	const worst = order.find((severity) => problems.some((problem) => problem.severity === severity));
	return worst && icons[worst];
}
