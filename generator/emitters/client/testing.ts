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
import { pathOf } from "./descriptor.ts";
import { isWrapped } from "./envelope.ts";
import type { OperationPlan, Plan } from "./plan.ts";
import type { SourceFile } from "./source-file.ts";

/** `src/testing.ts`: the documented answers under the types of the client, and a `fetch` that gives them. */
export function testingFile(plan: Plan): SourceFile {
	const operations = plan.resources.flatMap(({ operations }) => operations);
	return {
		path: "src/testing.ts",
		imports: [],
		declarations: [
			...(operations.length > 0 ? [types] : []),
			{ kind: "statement", text: aids },
			{
				kind: "interface",
				name: code`Results`,
				docs: docComment({
					paragraphs: ["What each method of the client resolves to."],
				}),
				properties: operations.map(({ path, response }) => ({
					key: propertyKey(path),
					type: code`t.${response}`,
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

/** All operations and their documented answers; bodies that are equal, and what else answers are, stand there once. */
function tableOf({ model, resources }: Plan) {
	const bodies = distinct();
	const kinds = distinct();
	const operations = resources
		.flatMap(({ operations }) => operations)
		.map((plan) => ({
			...factsOf(plan),
			answers: responseFixtures(model, plan.operation).map((fixture) => {
				const { documented, status, mediaType, body, items } = fixture;
				const kind = kinds.indexOf({
					documented,
					status,
					...(mediaType !== undefined && { mediaType }),
					...(items !== undefined && { stream: true }),
				});
				const all = items ?? (body === undefined ? [] : [body]);
				return [kind, ...all.map((each) => bodies.indexOf(each))];
			}),
		}));
	return { operations, kinds: kinds.values, bodies: bodies.values };
}

/** Values, of equal ones the first, and the function that tells the index of one. */
function distinct() {
	const indexes = new Map<string, number>();
	const values: JsonValue[] = [];
	const indexOf = (value: JsonValue) => {
		const text = JSON.stringify(value);
		const index = indexes.get(text) ?? values.push(value) - 1;
		indexes.set(text, index);
		return index;
	};
	return { values, indexOf };
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

const types: Declaration = {
	kind: "statement",
	text: code`import type * as t from "./functions.js";`,
};

const aids = code`import answers from "./testing/answers.json" with { type: "json" };
import { createFakeFetch, createHandlers, type FakeFetch, type FakeOptions, type HandlerMaker } from "./testing/fake-fetch.js";
import type { FakeAnswers } from "./testing/fake-answer.js";
import { type DataOf, type Table, fixtureOf, readTable } from "./testing/table.js";

export type { Answering, FakeAnswer, FakeAnswers, FakeRequest } from "./testing/fake-answer.js";
export type { FakeFetch, FakeOptions, HandlerMaker } from "./testing/fake-fetch.js";

const table: Table = /* @__PURE__ */ readTable(answers);`;

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
export function fixture(operation: string, status?: number): unknown {
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
