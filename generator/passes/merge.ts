import type { Report } from "../diagnostics/reporter.ts";
import { join, joinProperties } from "../model/join.ts";
import { joinHeaders } from "../model/join-headers.ts";
import { joinOrigins } from "../model/join-origins.ts";
import { pathParameters } from "../model/path.ts";
import type {
	Body,
	Envelope,
	Operation,
	Origin,
	Origins,
	Parameter,
	PathSegment,
	Response,
} from "../model/types.ts";
import { compareSpans } from "../text/span.ts";
import { joiningWith } from "./contradiction.ts";
import { alignEnvelopes } from "./envelope.ts";

/**
 * Makes one operation of all descriptions of the same method and path. What one says less of, the others complete;
 * where they contradict each other both places are blamed. The order of documents makes no difference.
 */
export function mergeOperations(
	operations: readonly Operation[],
	report: Report,
): readonly Operation[] {
	const sorted = [...operations].sort((a, b) =>
		compareSpans(a.origins[0].span, b.origins[0].span),
	);
	const merged = new Map<string, Operation>();
	for (const operation of sorted) {
		const key = keyOf(operation);
		const first = merged.get(key);
		if (first === undefined) {
			merged.set(key, operation);
			continue;
		}
		tellDuplicate(first, operation, report);
		merged.set(key, mergeTwo(first, renamed(operation, first), report));
	}
	return [...merged.values()];
}

/** Method and path, the names of path parameters aside. */
export function keyOf({ method, path }: Operation): string {
	const segments = path.map((segment) => keyOfSegment(segment));
	return `${method} /${segments.join("/")}`;
}

function keyOfSegment(segment: PathSegment): string {
	const parts = segment.kind === "mixed" ? segment.parts : [segment];
	return parts
		.map((part) => (part.kind === "literal" ? part.text : "{}"))
		.join("");
}

function tellDuplicate(a: Operation, b: Operation, report: Report): void {
	const [first] = a.origins;
	const [second] = b.origins;
	const twin = a.origins.find(
		({ span, of }) => of === undefined && span.file === second.span.file,
	);
	if (twin === undefined && first.span.file !== second.span.file) return;
	report("endpoint/duplicate", second.span, { operation: b.id }, [
		{ message: "first here", span: (twin ?? first).span },
	]);
}

/** One path's parameters under the names that the other gives them. */
function renamed(operation: Operation, like: Operation): Operation {
	const names = new Map<string, string>();
	const theirs = pathParameters(operation.path);
	for (const [index, name] of pathParameters(like.path).entries()) {
		const other = theirs[index];
		if (other !== undefined && other !== name) names.set(other, name);
	}
	if (names.size === 0) return operation;
	const parameters = operation.parameters.map((parameter) =>
		parameter.in === "path"
			? { ...parameter, name: names.get(parameter.name) ?? parameter.name }
			: parameter,
	);
	return { ...operation, path: like.path, parameters };
}

function mergeTwo(
	first: Operation,
	second: Operation,
	report: Report,
): Operation {
	const [a, b] = alignEnvelopes(first, second);
	const named = a.name === undefined ? b : a;
	const summary = summaryOf(a, b);
	const description = longer(a.description, b.description);
	const permissions = a.permissions ?? b.permissions;
	const authentication = a.authentication ?? b.authentication;
	const body = mergeBodies(a, b, report);
	const envelope = mergeEnvelopes(a.envelope, b.envelope, report);
	const servers = [...(a.servers ?? []), ...(b.servers ?? [])];
	const deprecated = a.deprecated === true || b.deprecated === true;
	return {
		...b,
		...a,
		...(servers.length > 0 && { servers }),
		...(named.name !== undefined && { name: named.name }),
		...(named.resource !== undefined && { resource: named.resource }),
		...(named.nameOrigins !== undefined && { nameOrigins: named.nameOrigins }),
		...(summary !== undefined && { summary }),
		...(description !== undefined && { description }),
		...(deprecated && { deprecated }),
		...(permissions !== undefined && { permissions }),
		...(authentication !== undefined && { authentication }),
		parameters: mergeParameters(a, b, report),
		...(body !== undefined && { body }),
		responses: mergeResponses(a, b, report),
		...(envelope !== undefined && { envelope }),
		examples: [...a.examples, ...b.examples],
		places: [...a.places, ...b.places],
		origins: joinOrigins(a.origins, b.origins),
	};
}

/** A heading of a Markdown document is closer to what was written than the title of a saved page. */
function summaryOf(a: Operation, b: Operation): string | undefined {
	const anchored = [a, b].find(
		({ places, summary }) =>
			summary !== undefined &&
			places.some(({ anchor }) => anchor !== undefined),
	);
	return anchored?.summary ?? a.summary ?? b.summary;
}

/** Of two descriptions the longer says more, and the one with marks is longer than the same without. */
function longer(a: string | undefined, b: string | undefined) {
	if (a === undefined || b === undefined) return a ?? b;
	return b.length > a.length ? b : a;
}

function mergeParameters(
	a: Operation,
	b: Operation,
	report: Report,
): readonly Parameter[] {
	const others = new Map(b.parameters.map((one) => [parameterKey(one), one]));
	const merged = a.parameters.map((parameter) => {
		const key = parameterKey(parameter);
		const other = others.get(key);
		others.delete(key);
		return other === undefined
			? parameter
			: joinProperties(parameter, other, joiningWith(report, a.id));
	});
	return [...merged, ...others.values()];
}

function parameterKey({ in: location, name }: Parameter): string {
	return `${location} ${location === "header" ? name.toLowerCase() : name}`;
}

function mergeBodies(
	a: Operation,
	b: Operation,
	report: Report,
): Body | undefined {
	if (a.body === undefined || b.body === undefined) return a.body ?? b.body;
	const how = joiningWith(report, a.id);
	const shape = join(a.body.shape, b.body.shape, how);
	const required = a.body.required ?? b.body.required;
	return {
		...b.body,
		...a.body,
		shape: shape ?? a.body.shape,
		...(required !== undefined && { required }),
		origins: joinOrigins(a.body.origins, b.body.origins),
	};
}

function mergeResponses(
	a: Operation,
	b: Operation,
	report: Report,
): readonly Response[] {
	const others = new Map(b.responses.map((one) => [one.status, one]));
	const merged = a.responses.map((response) => {
		const other = others.get(response.status);
		others.delete(response.status);
		return other === undefined
			? response
			: mergeTwoResponses(response, other, a.id, report);
	});
	return [...merged, ...others.values()].sort((one, other) =>
		one.status < other.status ? -1 : 1,
	);
}

/** Two statements about one response: which of them is cut off does not matter to the other. */
function mergeTwoResponses(
	a: Response,
	b: Response,
	operation: string,
	report: Report,
): Response {
	const how = joiningWith(report, `${operation} ${a.status}`);
	const property = (response: Response) => ({
		name: "the response",
		shape: response.shape ?? { kind: "unknown" as const },
		origins: response.origins,
	});
	const joined = joinProperties(property(a), property(b), how);
	const known = a.shape !== undefined || b.shape !== undefined;
	const headers = joinHeaders(a.headers ?? [], b.headers ?? []);
	return {
		...b,
		...a,
		...(headers.length > 0 && { headers }),
		...(known && { shape: joined.shape }),
		origins: withStatedStatus(joined.origins),
	};
}

/** Where one place states the status, that another left it to us does not matter. */
function withStatedStatus(origins: Origins): Origins {
	const stated = origins.some(
		({ basis, of }) => basis === "stated" && of === undefined,
	);
	const assumed = ({ basis, of }: Origin) =>
		basis === "assumed" && of?.includes("status") === true;
	const [first, ...rest] = stated
		? origins.filter((origin) => !assumed(origin))
		: origins;
	return first === undefined ? origins : [first, ...rest];
}

function mergeEnvelopes(
	a: Envelope | undefined,
	b: Envelope | undefined,
	report: Report,
): Envelope | undefined {
	if (a === undefined || b === undefined || a.data !== b.data) return a ?? b;
	const shape = join(a.shape, b.shape, joiningWith(report, "the envelope"));
	return {
		...a,
		shape: shape ?? a.shape,
		origins: joinOrigins(a.origins, b.origins),
	};
}
