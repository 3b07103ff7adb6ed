import { banner } from "../../code/banner.ts";
import { code } from "../../code/code.ts";
import { docComment } from "../../code/comment.ts";
import type { Declaration } from "../../code/declarations.ts";
import { jsonFile, stringLiteral } from "../../code/literal.ts";
import { propertyKey } from "../../code/property.ts";
import { defaultServer } from "../../model/default-server.ts";
import { responseFixtures } from "../../model/fixtures/response.ts";
import { ownServer } from "../../model/own-server.ts";
import { answersBytes } from "../../model/text-answer.ts";
import type { ApiModel } from "../../model/types.ts";
import type { JsonValue } from "../../text/json.ts";
import type { OutputFile } from "../../text/output-file.ts";
import { isWrapped, pathOf } from "./descriptor.ts";
import { importsOf } from "./imports.ts";
import type { OperationPlan, Plan } from "./plan.ts";
import type { SourceFile } from "./source-file.ts";

/** `src/testing.ts`: the documented answers under the types of the client, and a `fetch` that gives them. */
export function testingFile(plan: Plan): SourceFile {
	const path = "src/testing.ts";
	const owned = plan.resources.flatMap(({ file, operations }) =>
		operations.map((operation) => ({ file, operation })),
	);
	const imports = importsOf(
		path,
		owned.map(({ file, operation }) => ({
			file,
			name: operation.response,
			type: true,
		})),
	);
	return {
		path,
		imports,
		declarations: [
			{ kind: "statement", text: aids },
			{
				kind: "interface",
				name: code`Results`,
				docs: docComment({
					paragraphs: ["What each method of the client resolves to."],
				}),
				properties: owned.map(({ operation }) => ({
					key: propertyKey(operation.path),
					type: operation.response,
					optional: false,
				})),
			},
			functionsOf(plan.model),
		],
	};
}

/** What is behind `src/testing.ts`: code that is copied, and the documented answers as JSON. */
export function testingFiles(
	plan: Plan,
	files: readonly OutputFile[],
): readonly OutputFile[] {
	const top = banner(plan.model);
	return [
		...files.map(({ path, text }) => ({
			path: `src/testing/${path}`,
			text: `${code`${top}\n`}${text}`,
		})),
		{ path: "src/testing/answers.json", text: jsonFile(tableOf(plan)) },
	];
}

/** All operations and their documented answers; bodies that are equal stand there once. */
function tableOf({ model, resources }: Plan) {
	const indexes = new Map<string, number>();
	const bodies: JsonValue[] = [];
	const indexOf = (body: JsonValue) => {
		const text = JSON.stringify(body);
		const index = indexes.get(text) ?? bodies.push(body) - 1;
		indexes.set(text, index);
		return index;
	};
	const operations = resources
		.flatMap(({ operations }) => operations)
		.map((plan) => ({
			...factsOf(plan),
			answers: responseFixtures(model, plan.operation).map((fixture) => {
				const { documented, status, mediaType, body, items } = fixture;
				return {
					documented,
					status,
					...(mediaType !== undefined && { mediaType }),
					...(body !== undefined && { body: indexOf(body) }),
					...(items !== undefined && { items: items.map(indexOf) }),
				};
			}),
		}));
	return { operations, bodies };
}

function factsOf({ path, operation }: OperationPlan) {
	const { method, envelope } = operation;
	const server = ownServer(operation);
	return {
		name: path,
		method,
		path: pathOf(operation.path),
		...(server !== undefined && { server: server.url }),
		...(envelope !== undefined &&
			isWrapped(operation) && { data: envelope.data }),
		...(answersBytes(operation) && { bytes: true }),
	};
}

const aids = code`import answers from "./testing/answers.json" with { type: "json" };
import { createFakeFetch, createHandlers, type FakeFetch, type FakeOptions, type HandlerMaker } from "./testing/fake-fetch.js";
import type { FakeAnswers } from "./testing/fake-answer.js";
import { type DataOf, type Table, fixtureOf } from "./testing/table.js";

export type { Answering, FakeAnswer, FakeAnswers, FakeRequest } from "./testing/fake-answer.js";
export type { FakeFetch, FakeOptions, HandlerMaker } from "./testing/fake-fetch.js";

const table: Table = answers;`;

function functionsOf(model: ApiModel): Declaration {
	const server = defaultServer(model);
	const base =
		server === undefined
			? code``
			: code`, baseURL: options.baseURL ?? ${stringLiteral(server.url)}`;
	return {
		kind: "statement",
		text: code`/**
 * What a call resolves to when the API answers as its docs do: for a stream its items. Their example, or one that is made
 * up where they show none. It is a copy, which may be changed. With a status, the whole body of the answer of that status.
 */
export function fixture<Name extends keyof Results>(operation: Name): DataOf<Results[Name]>;
export function fixture(operation: keyof Results, status: number): unknown;
export function fixture(operation: keyof Results, status?: number): unknown {
	return fixtureOf(table, operation, status);
}

/** A \`fetch\` for a client under test: it answers what the docs answer, or what \`answers\` says, and keeps the requests. */
export function fakeFetch(answers: FakeAnswers<Results> = {}, options: FakeOptions = {}): FakeFetch {
	return createFakeFetch(table, answers, { ...options${base} });
}

/** Handlers for MSW 2, made with its \`http\`; requests that the docs do not know are left to other handlers. */
export function handlers<Handler>(options: FakeOptions & { readonly http: HandlerMaker<Handler>; readonly answers?: FakeAnswers<Results> }): Handler[] {
	return createHandlers(table, options.answers ?? {}, { ...options${base} });
}`,
	};
}
