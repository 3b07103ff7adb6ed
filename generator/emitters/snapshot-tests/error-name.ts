/** The class of the error that a client's call ends in when the response has this status. */
export function errorName(status: number): string {
	return (
		named.get(status) ?? (status < 500 ? "ApiError" : "InternalServerError")
	);
}

const named: ReadonlyMap<number, string> = new Map([
	[400, "BadRequestError"],
	[401, "AuthenticationError"],
	[403, "PermissionDeniedError"],
	[404, "NotFoundError"],
	[409, "ConflictError"],
	[422, "UnprocessableEntityError"],
	[429, "RateLimitError"],
]);
