import { ApiError } from "./errors.js";

/** A walk over pages that cannot go on: the server leads back to a page that was read, or away from the API. */
export class ApiPageError extends ApiError {
	override get name(): string {
		return "ApiPageError";
	}
}
