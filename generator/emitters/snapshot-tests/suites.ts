import { type MemberPath, memberPaths } from "../../code/member-paths.ts";
import { callOf } from "../../model/call.ts";
import { walkFixture } from "../../model/fixtures/pages.ts";
import {
	type RequestFixture,
	requestFixture,
} from "../../model/fixtures/request.ts";
import {
	type ResponseFixture,
	responseFixtures,
} from "../../model/fixtures/response.ts";
import type { ApiModel, Operation, SecurityScheme } from "../../model/types.ts";
import type { JsonValue } from "../../text/json.ts";
import { type TestCredential, testCredentials } from "./credentials.ts";
import { expectedExchange } from "./expectation.ts";
import { expectedWalk } from "./expected-walk.ts";
import { isTestable } from "./testable.ts";

/** The tests of one file: calls of one resource's methods by one client. */
export interface TestSuite {
	/** From `test/`, without an ending: `magic-transit/ipsec-tunnels`. */
	readonly path: readonly string[];
	/** The resource's path in the client. */
	readonly resource: readonly string[];
	readonly credentials: readonly TestCredential[];
	readonly cases: readonly TestCase[];
}

/** One test: a call of the client, the answer that it gets, and what has to come of it. */
export interface TestCase {
	readonly title: string;
	/** The method of the resource. */
	readonly member: string;
	/** The call is awaited, or walked over to the last of its pages. */
	readonly kind: "call" | "walk";
	/** Fixtures and snapshot, from their folder and without an ending. */
	readonly request: string;
	readonly response: string;
	readonly snapshot: string;
	readonly expected: JsonValue;
}

/**
 * A suite for each resource, which authenticates in the way that the docs prefer, and one with a single test for each
 * other way.
 */
export function suitesOf(model: ApiModel): readonly TestSuite[] {
	const [preferred, ...others] = model.security;
	const answers = answersOf(model);
	const suites = groupByFolder(answers).map((group) =>
		suiteOf(model, group, preferred),
	);
	const success = answers.find(({ response }) => response.status < 400);
	if (success === undefined) return suites;
	const more = others.map((scheme, index) => {
		const suite = suiteOf(model, [success], scheme, "calls");
		// No resource is called like this: names.ts ends no name but those of devices with an underscore.
		const path = ["security_", String(index + 2)];
		const cases = suite.cases.map((each) => {
			const title = `${each.title}, ${scheme.title}`;
			return { ...each, title, snapshot: path.join("/") };
		});
		return { ...suite, path, cases };
	});
	return [...suites, ...more];
}

/** An answer that a client can be held to. */
interface Answer {
	readonly operation: Operation;
	readonly path: MemberPath;
	readonly request: RequestFixture;
	readonly response: ResponseFixture;
}

function answersOf(model: ApiModel): readonly Answer[] {
	const paths = memberPaths(
		model.operations.map((operation) => callOf(model, operation).path),
	);
	return model.operations.flatMap((operation, index) => {
		const path = paths[index];
		if (path === undefined) return [];
		const request = requestFixture(model, operation);
		return responseFixtures(model, operation)
			.filter((response) => isTestable(model, { operation, request, response }))
			.map((response) => ({ operation, path, request, response }));
	});
}

function groupByFolder(
	answers: readonly Answer[],
): readonly (readonly Answer[])[] {
	const groups = new Map<string, Answer[]>();
	for (const answer of answers) {
		const folder = answer.path.files.slice(0, -1).join("/");
		const group = groups.get(folder);
		if (group === undefined) groups.set(folder, [answer]);
		else group.push(answer);
	}
	return [...groups.values()];
}

function suiteOf(
	model: ApiModel,
	answers: readonly Answer[],
	scheme: SecurityScheme | undefined,
	only?: "calls",
): TestSuite {
	const [first] = answers;
	const { members = [], files = [] } = first?.path ?? {};
	const folders = files.slice(0, -1);
	const credentials = testCredentials(model, scheme);
	return {
		path: folders.length === 0 ? ["client_"] : folders,
		resource: members.slice(0, -1),
		credentials,
		cases: answers.flatMap((answer) => [
			caseOf(model, answer, credentials),
			...(only === "calls" ? [] : walkOf(model, answer, credentials)),
		]),
	};
}

function caseOf(
	model: ApiModel,
	{ operation, path: { members, files }, request, response }: Answer,
	credentials: readonly TestCredential[],
): TestCase {
	const exchange = { operation, request, response, credentials };
	const name = `${files.join("/")}.${response.documented}`;
	return {
		title: `${members.join(".")}: ${response.documented}`,
		kind: "call",
		member: members.at(-1) ?? "",
		request: files.join("/"),
		response: name,
		snapshot: name,
		expected: expectedExchange(model, exchange),
	};
}

/** The walk over a list goes with the answer that is a page of it. */
function walkOf(
	model: ApiModel,
	{ operation, path: { members, files }, response }: Answer,
	credentials: readonly TestCredential[],
): readonly TestCase[] {
	const walk = walkFixture(model, operation);
	if (walk?.response.documented !== response.documented) return [];
	const name = `${files.join("/")}.pages`;
	return [
		{
			title: `${members.join(".")}: pages`,
			kind: "walk",
			member: members.at(-1) ?? "",
			request: name,
			response: name,
			snapshot: name,
			expected: expectedWalk(model, operation, walk, credentials),
		},
	];
}
