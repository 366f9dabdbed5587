export { importers, sourceEndings } from './formats.ts';
export { readSource, readSourceInPieces, readText, type SourceResult } from './read-source.ts';
