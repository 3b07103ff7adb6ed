/** The classes of errors that a status has of its own; 500 stands for all above it, too. */
export const statusNames: Readonly<Record<number, string>> = {
	400: "BadRequestError",
	401: "AuthenticationError",
	403: "PermissionDeniedError",
	404: "NotFoundError",
	409: "ConflictError",
	422: "UnprocessableEntityError",
	429: "RateLimitError",
	500: "InternalServerError",
};

/** The name of the class of the error that a call ends in when its answer has this status. */
export function errorName(status: number): string {
	return statusNames[Math.min(status, 500)] ?? "ApiError";
}
