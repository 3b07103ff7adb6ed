/**
 * Lets go of a response that nobody reads, so that its connection is free. Nobody waits for it either: the body may be
 * shared with a copy that somebody made of it.
 */
export function discard(response: Response | undefined): void {
	response?.body?.cancel().catch(() => {});
}
