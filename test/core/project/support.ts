import { type Config, defaultConfig } from '../../../src/core/config.ts';
import { silent } from '../../../src/core/ports.ts';
import { createProjects, type Projects } from '../../../src/core/project/resolver.ts';
import type { Project } from '../../../src/core/project/types.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { createEmitter } from '../../../src/core/util/event.ts';
import { type MemoryWorkspace, memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';

export function projectsOver(workspace: MemoryWorkspace, settings: Partial<Config> = {}): Projects {
	const config = {
		forFile: async () => ({ ...defaultConfig, ...settings }),
		onDidChange: createEmitter<void>().event,
		problems: () => [],
	};
	return createProjects({ workspace, config, log: silent });
}

/** The project of one of some files, asked once. */
export function projectOf(files: Record<string, string>, path = Object.keys(files)[0]!): Promise<Project> {
	return projectsOver(memoryWorkspace(files)).projectOf(uriOf(path), never);
}

/** URIs of the workspace as paths. */
export const paths = (uris: Iterable<string>): string[] =>
	[...uris].map((uri) => decodeURIComponent(uri.replace('file:///w/', '')));
