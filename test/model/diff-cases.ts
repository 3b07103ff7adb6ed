import type { RuleName } from "../../generator/model/diff/rules.ts";
import type {
	ApiModel,
	Credential,
	NamedShape,
	Operation,
	Parameter,
	Property,
	Response,
	SecurityScheme,
	Shape,
} from "../../generator/model/types.ts";
import {
	boolean,
	enumeration,
	number,
	object,
	origins,
	parameter,
	path,
	property,
	reference,
	text,
} from "../models/make.ts";

/** Two models between which there is one change. */
export interface Case {
	readonly before: ApiModel;
	readonly after: ApiModel;
}

/** A model of which only what is given matters. */
export function api(parts: Partial<ApiModel> = {}): ApiModel {
	return {
		version: 1,
		title: "Apiary",
		documents: ["docs/apiary.md"],
		servers: [],
		security: [],
		resources: [],
		operations: [],
		shapes: [],
		...parts,
	};
}

/** `GET /hives`, called `client.hives.list()`. */
export function operation(parts: Partial<Operation> = {}): Operation {
	return {
		id: "GET /hives",
		method: "GET",
		path: path("hives"),
		resource: ["hives"],
		name: "list",
		parameters: [],
		responses: [],
		examples: [],
		places: [],
		origins: origins(10, "stated"),
		...parts,
	};
}

/** A model of one operation. */
export function only(parts: Partial<Operation> = {}): ApiModel {
	return api({ operations: [operation(parts)] });
}

function query(shape: Shape, more: Partial<Parameter> = {}): ApiModel {
	const page = parameter("query", "page", shape, { line: 12, ...more });
	return only({ parameters: [page] });
}

export function sent(shape: Shape, more = {}): ApiModel {
	return only({
		body: {
			mediaType: "application/json",
			shape,
			origins: origins(14, "stated"),
			...more,
		},
	});
}

export function answer(parts: Partial<Response> = {}): Response {
	return { status: "200", origins: origins(16, "stated"), ...parts };
}

export function received(
	shape: Shape,
	more: Partial<Response> = {},
	shapes: readonly NamedShape[] = [],
): ApiModel {
	const json = { mediaType: "application/json", shape, ...more };
	return api({
		operations: [operation({ responses: [answer(json)] })],
		shapes,
	});
}

export function field(name: string, more: Partial<Property> = {}): Property {
	return property(name, text(), { line: 20, ...more });
}

export function named(name: string, shape: Shape, more = {}): NamedShape {
	return { name, shape, origins: origins(30, "stated"), ...more };
}

function header(more = {}): ApiModel {
	const wait = { name: "Wait", shape: text(), origins: origins(18, "stated") };
	return received(text(), { headers: [{ ...wait, ...more }] });
}

const token: Credential = {
	name: "token",
	kind: "bearer",
	in: "header",
	parameter: "Authorization",
	origins: origins(6, "stated"),
};

function secured(
	parts: Partial<SecurityScheme> = {},
	credential: Partial<Credential> = {},
): ApiModel {
	const scheme = { title: "Token", origins: origins(5, "stated"), ...parts };
	return api({
		security: [{ credentials: [{ ...token, ...credential }], ...scheme }],
	});
}

function scopes(...names: readonly string[]): ApiModel {
	return secured({ oauth: { scopes: names.map((name) => ({ name })) } });
}

function servers(...urls: readonly string[]): ApiModel {
	const stated = origins(3, "stated");
	return api({ servers: urls.map((url) => ({ url, origins: stated })) });
}

function hive(...parts: readonly string[]): Partial<Operation> {
	return {
		id: `GET /${parts.join("/")}`,
		path: path(...parts),
		name: "get",
		parameters: parts
			.filter((part) => part.startsWith(":"))
			.map((part) =>
				parameter("path", part.slice(1), text(), { line: 11, required: true }),
			),
	};
}

function permitted(need: "any" | "all", ...names: readonly string[]): ApiModel {
	return only({ permissions: { need, names, origins: origins(13, "stated") } });
}

function authenticated(required: boolean): ApiModel {
	return only({ authentication: { required, origins: origins(13, "stated") } });
}

function paged(parameter: string): ApiModel {
	const stated = origins(13, "stated");
	return only({ pagination: { kind: "page", parameter, origins: stated } });
}

function wrapped(data: string): ApiModel {
	const shape = object([]);
	return only({ envelope: { data, shape, origins: origins(17, "stated") } });
}

function noted(words: string): ApiModel {
	const note = { title: "Limits", text: words, origins: origins(90, "stated") };
	return api({ notes: [note] });
}

const both = [answer(), answer({ status: "202" })];
const failure = [answer(), answer({ status: "404" })];
const card = object([
	field("a", { shape: { kind: "literal", value: "card" } }),
]);
const cash = object([
	field("b", { shape: { kind: "literal", value: "cash" } }),
]);
const oneOf = (...members: readonly Shape[]): Shape => {
	return { kind: "union", members };
};
const id = { kind: "string", format: "uuid" } as const;

/** A case for each rule; a rule without one does not compile. */
export const cases: Readonly<Record<RuleName, Case>> = {
	"operation-removed": { before: only(), after: api() },
	"operation-added": { before: api(), after: only() },
	"operation-moved": {
		before: only(),
		after: only({ id: "GET /all-hives", path: path("all-hives") }),
	},
	"operation-deprecated": {
		before: only(),
		after: only({ deprecated: true }),
	},
	"operation-restored": { before: only({ deprecated: true }), after: only() },
	"method-renamed": { before: only(), after: only({ name: "all" }) },
	"argument-changed": {
		before: only(hive("hives", ":id")),
		after: only({ ...hive("hives", ":id"), scope: ["id"] }),
	},
	"authentication-required": {
		before: authenticated(false),
		after: authenticated(true),
	},
	"authentication-lifted": {
		before: authenticated(true),
		after: authenticated(false),
	},
	"permissions-tightened": {
		before: permitted("any", "read", "write"),
		after: permitted("all", "read", "write"),
	},
	"permissions-loosened": {
		before: permitted("all", "read"),
		after: permitted("any", "read", "write"),
	},
	"permissions-stated": { before: only(), after: permitted("all", "read") },

	"required-parameter-added": {
		before: only(),
		after: query(text(), { required: true }),
	},
	"optional-parameter-added": { before: only(), after: query(text()) },
	"parameter-removed": { before: query(text()), after: only() },
	"parameter-renamed": {
		before: only({ ...hive("hives", ":id"), scope: ["id"] }),
		after: only({ ...hive("hives", ":hive"), scope: ["hive"] }),
	},
	"path-parameter-renamed": {
		before: only(hive("hives", ":id")),
		after: only(hive("hives", ":hive_id")),
	},
	"parameter-moved": {
		before: query(text()),
		after: only({
			parameters: [parameter("header", "page", text(), { line: 12 })],
		}),
	},
	"parameter-required": {
		before: query(text()),
		after: query(text(), { required: true }),
	},
	"parameter-optional": {
		before: query(text(), { required: true }),
		after: query(text()),
	},
	"parameter-deprecated": {
		before: query(text()),
		after: query(text(), { deprecated: true }),
	},
	"parameter-restored": {
		before: query(text(), { deprecated: true }),
		after: query(text()),
	},

	"default-changed": {
		before: query(number(), { default: 10 }),
		after: query(number(), { default: 20 }),
	},
	"answer-default-changed": {
		before: received(object([field("a", { default: 1 })])),
		after: received(object([field("a", { default: 2 })])),
	},
	"default-stated": {
		before: query(number()),
		after: query(number(), { default: 20 }),
	},
	"default-unstated": {
		before: query(number(), { default: 20 }),
		after: query(number()),
	},

	"required-body-added": {
		before: only(),
		after: sent(object([field("a", { required: true })])),
	},
	"optional-body-added": { before: only(), after: sent(object([field("a")])) },
	"body-removed": { before: sent(object([field("a")])), after: only() },
	"body-required": {
		before: sent(text()),
		after: sent(text(), { required: true }),
	},
	"body-optional": {
		before: sent(text(), { required: true }),
		after: sent(text()),
	},
	"request-media-type-changed": {
		before: sent(text()),
		after: sent(text(), { mediaType: "text/csv" }),
	},
	"response-media-type-changed": {
		before: received(text()),
		after: received(text(), { mediaType: "text/csv" }),
	},

	"request-type-narrowed": {
		before: query(number()),
		after: query(number({ integer: true })),
	},
	"request-type-widened": { before: query(id), after: query(text()) },
	"request-type-changed": { before: query(number()), after: query(boolean()) },
	"response-type-widened": {
		before: received(text()),
		after: received(oneOf(text(), { kind: "null" })),
	},
	"response-type-narrowed": {
		before: received({ kind: "unknown" }),
		after: received(text()),
	},
	"response-type-changed": {
		before: received(text()),
		after: received(object([])),
	},
	"request-limit-tightened": {
		before: query(text({ maxLength: 20 })),
		after: query(text({ maxLength: 10 })),
	},
	"request-limit-loosened": {
		before: query(number({ minimum: 1 })),
		after: query(number()),
	},
	"response-limit-loosened": {
		before: received(number({ maximum: 1 })),
		after: received(number({ maximum: 2 })),
	},
	"response-limit-tightened": {
		before: received(text()),
		after: received(text({ maxLength: 10 })),
	},
	"request-value-removed": {
		before: query(enumeration("wood", "straw")),
		after: query(enumeration("wood")),
	},
	"request-value-added": {
		before: query(enumeration("wood")),
		after: query(enumeration("straw", "wood")),
	},
	"response-value-added": {
		before: received(enumeration("wood", "straw")),
		after: received(enumeration("straw", "wood", "clay")),
	},
	"response-value-removed": {
		before: received(enumeration("wood", "straw")),
		after: received(enumeration("wood")),
	},
	"request-variant-removed": {
		before: sent(oneOf(card, cash, text())),
		after: sent(oneOf(cash, text())),
	},
	"request-variant-added": {
		before: sent(oneOf(card, text())),
		after: sent(oneOf(card, cash, text())),
	},
	"response-variant-added": {
		before: received(oneOf(card, text())),
		after: received(oneOf(card, cash, text())),
	},
	"response-variant-removed": {
		before: received(oneOf(text(), card, cash)),
		after: received(oneOf(text(), cash)),
	},

	"request-required-field-added": {
		before: sent(object([field("a")])),
		after: sent(object([field("a"), field("b", { required: true })])),
	},
	"request-field-added": {
		before: sent(object([field("a")])),
		after: sent(object([field("a"), field("b")])),
	},
	"request-field-removed": {
		before: sent(object([field("a"), field("b")])),
		after: sent(object([field("a"), field("b", { readOnly: true })])),
	},
	"request-field-required": {
		before: sent(object([field("a")])),
		after: sent(object([field("a", { required: true })])),
	},
	"request-field-optional": {
		before: sent(object([field("a", { required: true })])),
		after: sent(object([field("a")])),
	},
	"response-field-added": {
		before: received(object([field("a")])),
		after: received(object([field("a"), field("b", { required: true })])),
	},
	"response-field-removed": {
		before: received(object([field("a"), field("b")])),
		after: received(object([field("a")])),
	},
	"response-field-optional": {
		before: received(object([field("a", { required: true })])),
		after: received(object([field("a")])),
	},
	"response-field-required": {
		before: received(object([field("a")])),
		after: received(object([field("a", { required: true })])),
	},
	"request-fields-closed": {
		before: sent(object([field("a")], { open: true })),
		after: sent(object([field("a")])),
	},
	"request-fields-opened": {
		before: sent(object([field("a")])),
		after: sent(object([field("a")], { open: true })),
	},
	"response-fields-closed": {
		before: received(object([field("a")], { open: true })),
		after: received(object([field("a")])),
	},
	"response-fields-opened": {
		before: received(object([field("a")])),
		after: received(object([field("a")], { open: true })),
	},
	"field-deprecated": {
		before: received(object([field("a")])),
		after: received(object([field("a", { deprecated: true })])),
	},
	"field-restored": {
		before: received(object([field("a", { deprecated: true })])),
		after: received(object([field("a")])),
	},

	"success-status-added": {
		before: only({ responses: [answer()] }),
		after: only({ responses: both }),
	},
	"success-status-removed": {
		before: only({ responses: both }),
		after: only({ responses: [answer()] }),
	},
	"success-status-changed": {
		before: only({ responses: [answer()] }),
		after: only({ responses: [answer({ status: "201" })] }),
	},
	"success-stated": {
		before: only(),
		after: only({ responses: [answer()] }),
	},
	"failure-status-added": {
		before: only({ responses: [answer()] }),
		after: only({ responses: failure }),
	},
	"failure-status-removed": {
		before: only({ responses: failure }),
		after: only({ responses: [answer()] }),
	},
	"response-body-added": {
		before: only({ responses: [answer()] }),
		after: received(text()),
	},
	"response-body-removed": {
		before: received(text()),
		after: only({ responses: [answer()] }),
	},
	"response-header-added": { before: received(text()), after: header() },
	"response-header-removed": { before: header(), after: received(text()) },
	"response-header-optional": {
		before: header({ required: true }),
		after: header(),
	},
	"response-header-required": {
		before: header(),
		after: header({ required: true }),
	},
	"envelope-changed": { before: wrapped("result"), after: wrapped("data") },
	"pagination-added": { before: only(), after: paged("page") },
	"pagination-removed": { before: paged("page"), after: only() },
	"pagination-changed": { before: paged("page"), after: paged("p") },

	"server-changed": {
		before: servers("https://a.example"),
		after: servers("https://b.example"),
	},
	"server-added": {
		before: servers("https://a.example"),
		after: servers("https://a.example", "https://b.example"),
	},
	"server-removed": {
		before: servers("https://a.example", "https://b.example"),
		after: servers("https://a.example"),
	},
	"security-required": { before: api(), after: secured() },
	"security-added": {
		before: secured(),
		after: api({
			security: [
				...secured().security,
				...secured({ title: "Key" }, { name: "key" }).security,
			],
		}),
	},
	"security-removed": { before: secured(), after: api() },
	"credential-changed": {
		before: secured(),
		after: secured({}, { kind: "apiKey", parameter: "X-Token" }),
	},
	"environment-changed": {
		before: secured({}, { environment: "APIARY_TOKEN" }),
		after: secured({}, { environment: "HIVES_TOKEN" }),
	},
	"oauth-changed": {
		before: secured({ oauth: { tokenUrl: "https://a.example", scopes: [] } }),
		after: secured({ oauth: { tokenUrl: "https://b.example", scopes: [] } }),
	},
	"scope-added": { before: scopes("read"), after: scopes("read", "write") },
	"scope-removed": { before: scopes("read", "write"), after: scopes("read") },

	"type-renamed": {
		before: received(reference("Hive"), {}, [
			named("Hive", object([field("a")])),
		]),
		after: received(reference("Home"), {}, [
			named("Home", object([field("a")])),
		]),
	},
	"type-removed": {
		before: api({ shapes: [named("Hive", text())] }),
		after: api(),
	},
	"type-added": {
		before: api(),
		after: api({ shapes: [named("Hive", text())] }),
	},

	"title-changed": { before: api(), after: api({ title: "Bees" }) },
	"summary-changed": {
		before: only({ summary: "Lists hives" }),
		after: only({ summary: "Lists all hives" }),
	},
	"description-changed": {
		before: query(text()),
		after: query(text(), { description: "Which page." }),
	},
	"example-changed": {
		before: query(number(), { example: 1 }),
		after: query(number(), { example: 2 }),
	},
	"note-changed": { before: noted("Ten a day."), after: noted("Nine a day.") },
};
