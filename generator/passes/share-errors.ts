import { joinOrigins } from "../model/join-origins.ts";
import type { SharedError } from "../model/shared-error.ts";
import type { Operation, Origin, Response } from "../model/types.ts";
import type { Span } from "../text/span.ts";
import { speaksFor } from "./speaks-for.ts";

/**
 * The operations with what the docs say once of all failures: a failure of which an operation only names the status has
 * the body that all have, and one without a word about failures has them, too. All of it is inferred, since no line says it
 * of the operation.
 */
export function shareErrors(
	operations: readonly Operation[],
	errors: readonly SharedError[],
): readonly Operation[] {
	if (errors.length === 0) return operations;
	const speaks = scopeOf(operations, errors);
	return operations.map((operation) => {
		const own = errors.flatMap(({ file, response }) =>
			response.shape !== undefined && speaks(file, operation) ? [response] : [],
		);
		return own.length === 0 ? operation : withErrors(operation, own);
	});
}

/** Where one document alone speaks of all failures, and of no operation, it speaks for all the docs. */
function scopeOf(
	operations: readonly Operation[],
	errors: readonly SharedError[],
): ReturnType<typeof speaksFor> {
	const files = new Set(
		errors.flatMap(({ file, response }) =>
			response.shape === undefined ? [] : [file],
		),
	);
	const [only = ""] = files;
	const apart = operations.every(
		({ origins }) => origins[0].span.file !== only,
	);
	return files.size === 1 && apart ? () => true : speaksFor(operations);
}

/** What is said of all failures, once for each status, with the shapes that names were found for. */
export function errorsOf(
	errors: readonly SharedError[],
	operations: readonly Operation[],
): { readonly errors?: readonly Response[] } {
	const found = new Map<string, Response>();
	for (const { response } of errors) {
		const { status } = response;
		const known = found.get(status);
		found.set(
			status,
			known === undefined ? response : withMore(known, response),
		);
	}
	if (found.size === 0) return {};
	const taken = operations.flatMap(({ responses }) => responses);
	return {
		errors: [...found.values()]
			.map((error) => withSharedShape(error, taken))
			.sort((a, b) => (a.status < b.status ? -1 : 1)),
	};
}

function withMore(a: Response, b: Response): Response {
	const words = [a.description, b.description].filter(
		(one) => one !== undefined,
	);
	return {
		...b,
		...a,
		...(words.length > 0 && { description: [...new Set(words)].join("\n\n") }),
		origins: joinOrigins(a.origins, b.origins),
	};
}

/** The operations that took a shape have it in the form in which it is shared. */
function withSharedShape(
	error: Response,
	taken: readonly Response[],
): Response {
	if (error.shape === undefined) return error;
	const spans = new Set(error.origins.map(({ span }) => printSpan(span)));
	const found = taken.find(
		({ shape, origins }) =>
			shape?.kind === "reference" &&
			origins.some(
				({ span, basis }) => basis === "inferred" && spans.has(printSpan(span)),
			),
	);
	return found?.shape === undefined ? error : { ...error, shape: found.shape };
}

function printSpan({ file, start, end }: Span): string {
	return `${file} ${start.offset} ${end.offset}`;
}

function withErrors(
	operation: Operation,
	errors: readonly Response[],
): Operation {
	const { responses } = operation;
	const succeeds = responses.some(({ status }) => /^[23]/.test(status));
	const filled = responses.map((response) => {
		const { status, shape, mediaType } = response;
		const fails = /^[45]/.test(status) || (status === "default" && succeeds);
		if (!fails || shape !== undefined || mediaType !== undefined)
			return response;
		const error = errorFor(status, errors);
		return error === undefined ? response : withBody(response, error);
	});
	const general = errors.find(({ status }) => status === "default");
	// Where no success is known, `default` would be taken for one.
	const status = succeeds ? "default" : "4XX";
	const covered = responses.some(
		(one) => one.status === "default" || one.status === "4XX",
	);
	if (general === undefined || covered)
		return { ...operation, responses: filled };
	const { description: _, ...rest } = general;
	const origins = [inferred(general)] as const;
	return { ...operation, responses: [...filled, { ...rest, status, origins }] };
}

/** What is said of the very status, of its range, or of all. */
function errorFor(
	status: string,
	errors: readonly Response[],
): Response | undefined {
	const range = `${status.charAt(0)}XX`;
	return [status, range, "default"]
		.map((one) => errors.find((error) => error.status === one))
		.find((error) => error !== undefined);
}

function withBody(response: Response, error: Response): Response {
	const { shape, mediaType } = error;
	const [first, ...others] = response.origins;
	return {
		...response,
		...(mediaType !== undefined && { mediaType }),
		...(shape !== undefined && { shape }),
		origins: [first, ...others, { ...inferred(error), of: ["type"] }],
	};
}

function inferred({ origins: [{ span }] }: Response): Origin {
	return { span, basis: "inferred" };
}
