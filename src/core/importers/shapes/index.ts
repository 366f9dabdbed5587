import { crossref } from './crossref.ts';
import { huggingFace } from './hugging-face.ts';
import { openAlex } from './openalex.ts';
import { openReview } from './openreview.ts';
import { semanticScholar } from './semantic-scholar.ts';
import type { JsonShape } from './types.ts';
import { zotero } from './zotero.ts';

/** All shapes, surest to recognise first. */
export const shapes: readonly JsonShape[] = [zotero, openAlex, crossref, openReview, huggingFace, semanticScholar];
