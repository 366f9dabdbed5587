/** A half-open range of UTF-16 code units in one text: `text.slice(start, end)`. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** True where `offset` lies in `span` or touches either of its ends, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
	return span.start <= offset && offset <= span.end;
}
