export { importers, sourceEndings } from './formats.ts';
export { readSource, readSourceInPieces, type SourceResult } from './read-source.ts';
