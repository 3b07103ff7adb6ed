import type { ApiModel, Operation } from "../model/types.ts";
import type { Issue } from "../model/validate.ts";
import { issuesOf } from "./check.ts";
import { challengesOf, isAuthorised, wantedOf } from "./credentials.ts";
import { documentedAnswer } from "./documented.ts";
import type { Fault } from "./faults.ts";
import { printPreferences, readPreferences } from "./preferences.ts";
import { type Problem, problem, problemType } from "./problem.ts";
import { readBody } from "./read-body.ts";
import { type Route, routing } from "./route.ts";

/** A request as it came over the wire. */
export interface MockRequest {
	readonly method: string;
	/** Path and query, as they were sent. */
	readonly target: string;
	readonly headers: Headers;
	readonly body: Uint8Array<ArrayBuffer>;
}

/** What is to be sent, and what a log says of it. */
export interface MockAnswer {
	readonly status: number;
	readonly headers: readonly (readonly [string, string])[];
	/** Missing where the answer has none. */
	readonly body?: string;
	/** Milliseconds before the answer that the request asks for. */
	readonly wait: number;
	readonly fault?: Fault;
	/** Id of the operation; missing where the docs know none. */
	readonly operation?: string;
	readonly issues: readonly Issue[];
	/** What a person should know of the answer. */
	readonly note?: string;
}

/** Answers requests as the docs say. */
export type Mock = (request: MockRequest) => Promise<MockAnswer>;

/**
 * Makes a mock of an API: it answers what the docs answer, and tells a request that the docs do not allow what is wrong
 * with it. It keeps no state, so that every page of a list is the same.
 */
export function createMock(model: ApiModel): Mock {
	const find = routing(model);
	return async (request) => {
		const { method, headers } = request;
		const [path = "", ...rest] = request.target.split("?");
		const query = new URLSearchParams(rest.join("?"));
		const route = find(method, path, query);
		if (route.kind !== "found") return unrouted(request, path, route);
		const { operation, params } = route;
		const asked = { ...request, params, query };
		const refusal = await refusalOf(model, operation, asked);
		const preferences = readPreferences(headers.get("prefer"));
		const known = { operation: operation.id, wait: preferences.wait ?? 0 };
		if (refusal !== undefined)
			return {
				...answerTo(refusal.problem, refusal.headers),
				...known,
				issues: refusal.problem.issues ?? [],
			};
		const { code, ...others } = preferences;
		const wanted =
			code === undefined ? undefined : documentedAnswer(model, operation, code);
		const answer = wanted ?? documentedAnswer(model, operation);
		if (answer === undefined) throw new Error("There is no answer");
		const applied = printPreferences(wanted ? preferences : others);
		const note =
			code !== undefined && wanted === undefined
				? `the docs have no answer ${code}`
				: undefined;
		return {
			...answer,
			...known,
			headers: [
				...answer.headers,
				...(applied === "" ? [] : [["preference-applied", applied] as const]),
			],
			...(others.fault !== undefined && { fault: others.fault }),
			...(note !== undefined && { note }),
			issues: [],
		};
	};
}

function unrouted(
	{ method }: MockRequest,
	path: string,
	route: Exclude<Route, { kind: "found" }>,
): MockAnswer {
	if (route.kind === "none") {
		const nearest = route.nearest?.id;
		const hint = nearest === undefined ? "" : `; the nearest is ${nearest}`;
		const detail = `The docs know no ${method} ${path}${hint}`;
		return answerTo({
			status: 404,
			detail,
			...(nearest !== undefined && { nearest }),
		});
	}
	const allow = ["allow", route.allow.join(", ")] as const;
	if (method === "OPTIONS")
		return { status: 204, headers: [allow], wait: 0, issues: [] };
	const detail = `The docs know ${path} with ${route.allow.join(", ")}, not with ${method}`;
	return answerTo({ status: 405, detail }, [allow]);
}

interface Refusal {
	readonly problem: Problem;
	readonly headers?: readonly (readonly [string, string])[];
}

async function refusalOf(
	model: ApiModel,
	operation: Operation,
	request: MockRequest & {
		readonly params: ReadonlyMap<string, string>;
		readonly query: URLSearchParams;
	},
): Promise<Refusal | undefined> {
	const { headers, query, body: bytes } = request;
	if (!isAuthorised(model, operation, headers, query)) {
		const detail = `Credentials are missing: ${wantedOf(model)}`;
		return {
			problem: { status: 401, detail },
			headers: [["www-authenticate", challengesOf(model)]],
		};
	}
	const { body } = operation;
	const type = headers.get("content-type") ?? "";
	const isSent = body !== undefined && bytes.length > 0;
	if (isSent && !isOfType(type, body.mediaType)) {
		const detail = `The docs want ${body.mediaType}, not ${type || "a body without a type"}`;
		return { problem: { status: 415, detail } };
	}
	const given = isSent ? await readBody(model, body, bytes, type) : undefined;
	const issues = issuesOf(model, operation, { ...request, body: given });
	if (issues.length === 0) return undefined;
	const detail = `The request is not what the docs of ${operation.id} want`;
	return { problem: { status: 400, detail, issues } };
}

/** Whether a content type is the documented one, parameters aside; the docs may have `image/*`. */
function isOfType(type: string, documented: string): boolean {
	const [is = "", wants = ""] = [type, documented].map((each) =>
		each.replace(/;.*/s, "").trim().toLowerCase(),
	);
	if (!wants.includes("*")) return is === wants;
	return is !== "" && is.startsWith(wants.slice(0, wants.indexOf("*")));
}

function answerTo(
	what: Problem,
	headers: MockAnswer["headers"] = [],
): MockAnswer {
	return {
		status: what.status,
		headers: [["content-type", problemType], ...headers],
		body: problem(what),
		wait: 0,
		issues: [],
		note: what.detail,
	};
}
