import type { Answer } from "./answer.js";

/** The body as bytes, under the content type that the server gave it. */
export function readBytes({ body, response }: Answer): Promise<Blob> {
	return body(() => response.blob());
}
