import type {
	Basis,
	Envelope,
	ObjectShape,
	Operation,
	Parameter,
	Response,
	Shape,
} from "../../generator/model/types.ts";
import {
	boolean,
	dateTime,
	documents,
	enumeration,
	nullable,
	number,
	object,
	origins,
	parameter,
	path,
	property,
	reference,
	text,
} from "./make.ts";

/** The operations of the sample: one after another what a client has to cope with. */
export function operations(): readonly Operation[] {
	return [
		{
			id: "GET /keepers/{keeper_id}/hives",
			method: "GET",
			path: path("keepers", ":keeper_id", "hives"),
			resource: ["apiary", "hives"],
			name: "list",
			nameOrigins: origins(14, "inferred"),
			summary: "List hives",
			description:
				"Lists the hives of a keeper. See [the guide](https://apiary.example/guide).",
			parameters: [
				keeper(15, "stated"),
				parameter(
					"query",
					"page-size",
					number({ integer: true, minimum: 1, maximum: 100 }),
					{
						line: 16,
						default: 20,
						description: "How many hives a page holds.",
					},
				),
				parameter("query", "page", number({ integer: true, minimum: 1 }), {
					line: 16,
				}),
				parameter("query", "color", color(), {
					line: 17,
				}),
				parameter("query", "since", dateTime(), {
					line: 18,
					example: "2024-05-01T06:00:00+02:00",
				}),
				parameter(
					"query",
					"tags",
					{ kind: "array", items: text() },
					{ line: 19 },
				),
				parameter("header", "x-bee-mode", boolean(), {
					line: 20,
					default: false,
					deprecated: true,
				}),
			],
			responses: [
				success(21, { kind: "array", items: reference("Hive") }),
				failure(22),
			],
			envelope: envelope(),
			pagination: {
				kind: "page",
				parameter: "page",
				size: "page-size",
				items: ["result"],
				origins: origins(16, "inferred"),
			},
			examples: [],
			places: [{ file: documents[0], anchor: "list-hives" }],
			origins: origins(14, "stated"),
		},
		{
			id: "POST /keepers/{keeper_id}/hives",
			method: "POST",
			path: path("keepers", ":keeper_id", "hives"),
			resource: ["apiary", "hives"],
			name: "create",
			nameOrigins: origins(24, "inferred"),
			summary: "Create a hive */ `now`",
			parameters: [keeper(25, "inferred"), validateOnly(24)],
			body: {
				mediaType: "application/json",
				required: true,
				shape: object([
					property(
						"name",
						{ kind: "string", minLength: 1, maxLength: 40 },
						{
							required: true,
							line: 26,
							description:
								"What the keeper calls it.\u2028It need not be unique.",
						},
					),
					property("color", color(), {
						line: 27,
						default: "white",
					}),
					property(
						"place",
						object([
							property("latitude", number({ minimum: -90, maximum: 90 }), {
								required: true,
								line: 28,
							}),
							property("longitude", number({ minimum: -180, maximum: 180 }), {
								required: true,
								line: 28,
							}),
						]),
						{ line: 28 },
					),
					property(
						"sensors",
						{ kind: "array", items: reference("Sensor") },
						{ line: 29 },
					),
				]),
				origins: origins(25, "stated"),
			},
			responses: [success(30, reference("Hive")), failure(50)],
			envelope: envelope(),
			examples: [
				{
					on: "request",
					mediaType: "application/json",
					value: { name: "Linden", color: 'bl"ue' },
					origins: origins(31, "stated"),
				},
				{
					on: "response",
					status: "200",
					mediaType: "application/json",
					value: {
						errors: [],
						messages: [{ code: 1000, message: "created" }],
						result: {
							id: "5f3c1d9e8b7a4c60a1d2e3f405162738",
							name: "Linden",
							color: 'bl"ue',
							created_on: "2024-05-01T06:00:00Z",
							readings: { "2024-05-01": 31.5 },
						},
						success: true,
					},
					origins: origins(33, "stated"),
				},
			],
			places: [{ file: documents[0], anchor: "create-a-hive" }],
			origins: origins(24, "stated"),
		},
		{
			id: "GET /keepers/{keeper_id}/hives/{hive_id}",
			method: "GET",
			path: path("keepers", ":keeper_id", "hives", ":hive_id"),
			resource: ["apiary", "hives"],
			name: "get",
			nameOrigins: origins(52, "inferred"),
			summary: "Hive details",
			parameters: [keeper(53, "inferred"), hiveId(54)],
			responses: [
				success(
					55,
					object([property("hive", reference("Hive"), { line: 55 })]),
				),
				failure(56),
			],
			envelope: envelope(),
			examples: [],
			places: [{ file: documents[0], anchor: "hive-details" }],
			origins: origins(52, "stated"),
		},
		{
			id: "PUT /keepers/{keeper_id}/hives/{hive_id}",
			method: "PUT",
			path: path("keepers", ":keeper_id", "hives", ":hive_id"),
			resource: ["apiary", "hives"],
			name: "update",
			nameOrigins: origins(58, "inferred"),
			summary: "Update a hive",
			parameters: [keeper(59, "inferred"), hiveId(59), validateOnly(58)],
			body: {
				mediaType: "application/json",
				shape: reference("Hive"),
				suggested: true,
				origins: origins(58, "assumed"),
			},
			responses: [
				success(
					60,
					object([
						property("modified", boolean(), { line: 60 }),
						property("modified_hive", reference("Hive"), { line: 60 }),
					]),
				),
				failure(61),
			],
			envelope: envelope(),
			examples: [],
			places: [{ file: documents[0], anchor: "update-a-hive" }],
			origins: origins(58, "stated"),
		},
		{
			id: "DELETE /keepers/{keeper_id}/hives/{hive_id}",
			method: "DELETE",
			path: path("keepers", ":keeper_id", "hives", ":hive_id"),
			resource: ["apiary", "hives"],
			name: "delete",
			nameOrigins: origins(63, "inferred"),
			summary: "Delete a hive",
			deprecated: true,
			parameters: [keeper(64, "inferred"), hiveId(64)],
			responses: [
				{
					status: "204",
					description: "The hive is gone",
					origins: origins(65, "stated"),
				},
				failure(66),
			],
			examples: [],
			places: [{ file: documents[0], anchor: "delete-a-hive" }],
			origins: origins(63, "stated"),
		},
		{
			id: "POST /keepers/{keeper_id}/hives/{hive_id}/key_rotate",
			method: "POST",
			path: path("keepers", ":keeper_id", "hives", ":hive_id", "key_rotate"),
			resource: ["apiary", "hives"],
			name: "key_rotate",
			nameOrigins: origins(82, "stated"),
			summary: "Rotate the key of a hive's gate",
			permissions: {
				need: "any",
				names: ["Hive Write", "Gate Write"],
				origins: origins(83, "stated"),
			},
			parameters: [keeper(84, "inferred"), hiveId(84)],
			body: {
				mediaType: "application/json",
				required: true,
				shape: { kind: "unknown" },
				origins: origins(85, "stated"),
			},
			responses: [
				success(
					86,
					object([
						property("hive_id", text({ maxLength: 32 }), { line: 86 }),
						property("psk", text(), { line: 87 }),
					]),
				),
				failure(88),
			],
			envelope: envelope(),
			examples: [
				{
					on: "response",
					status: "200",
					mediaType: "application/json",
					value: {
						errors: [],
						messages: [],
						result: {
							hive_id: "5f3c1d9e8b7a4c60a1d2e3f405162738",
							psk: "Vb2nQ8xLrT5wYk1ZpD9hGs4JmC7fXe3A",
						},
						success: true,
					},
					origins: origins(87, "stated"),
				},
			],
			places: [{ file: documents[0], anchor: "rotate-the-key" }],
			origins: origins(82, "stated"),
		},
		{
			id: "POST /keepers/{keeper_id}/hives/{hive_id}/frame-{frame_number}:weigh",
			method: "POST",
			path: [
				...path("keepers", ":keeper_id", "hives", ":hive_id"),
				{
					kind: "mixed",
					parts: [
						{ kind: "literal", text: "frame-" },
						{ kind: "parameter", name: "frame_number" },
						{ kind: "literal", text: ":weigh" },
					],
				},
			],
			resource: ["apiary", "hives", "frames"],
			name: "weigh",
			nameOrigins: origins(90, "inferred"),
			summary: "Weigh a frame",
			parameters: [
				keeper(91, "inferred"),
				hiveId(91),
				parameter(
					"path",
					"frame_number",
					number({ integer: true, minimum: 1 }),
					{
						line: 92,
						required: true,
					},
				),
			],
			responses: [
				success(93, object([property("weight_kg", number(), { line: 93 })])),
				failure(94),
			],
			envelope: envelope(),
			examples: [],
			places: [{ file: documents[0], anchor: "weigh-a-frame" }],
			origins: origins(90, "stated"),
		},
		{
			id: "GET /weather",
			method: "GET",
			path: path("weather"),
			servers: [
				{
					url: "https://weather.apiary.example/v2",
					origins: origins(121, "stated"),
				},
			],
			resource: ["weather"],
			name: "list",
			nameOrigins: origins(121, "inferred"),
			summary: "Weather at every station",
			parameters: [],
			responses: [
				{
					status: "200",
					mediaType: "application/json",
					shape: {
						kind: "record",
						values: object(
							[
								property("at", dateTime(), { required: true, line: 122 }),
								property("celsius", nullable(number()), { line: 123 }),
							],
							{ title: "Weather", open: true },
						),
					},
					origins: origins(122, "stated"),
				},
			],
			examples: [],
			places: [{ file: documents[1] }],
			origins: origins(121, "stated"),
		},
		{
			id: "PUT /weather/{station}/notes",
			method: "PUT",
			path: path("weather", ":station", "notes"),
			resource: ["weather"],
			name: "notes",
			nameOrigins: origins(125, "inferred"),
			parameters: [
				parameter("path", "station", text(), {
					line: 125,
					required: true,
					example: "Köln/Süd 2",
				}),
			],
			body: {
				mediaType: "application/json",
				required: true,
				description: "All notes, oldest first.",
				shape: { kind: "array", items: text() },
				origins: origins(126, "stated"),
			},
			responses: [
				{
					status: "default",
					description: "The notes as they are now",
					mediaType: "application/json",
					shape: { kind: "unknown" },
					origins: origins(127, "assumed"),
				},
			],
			examples: [],
			places: [{ file: documents[1], anchor: "notes" }],
			origins: origins(125, "stated"),
		},
	];
}

function envelope(): Envelope {
	return {
		data: "result",
		success: "success",
		errors: "errors",
		shape: envelopeShape({ kind: "unknown" }),
		origins: origins(22, "inferred"),
	};
}

function envelopeShape(result: Shape): ObjectShape {
	const notice = object([
		property("code", number({ integer: true, minimum: 1000 }), {
			required: true,
			line: 22,
		}),
		property("message", text(), { required: true, line: 22 }),
	]);
	const notices: Shape = { kind: "array", items: notice };
	return object([
		property("errors", notices, { required: true, line: 22 }),
		property("messages", notices, { required: true, line: 22 }),
		property("result", result, { line: 22 }),
		property("success", boolean(), { required: true, line: 22 }),
	]);
}

function success(line: number, shape: Shape): Response {
	return {
		status: "200",
		description: "What was asked for",
		mediaType: "application/json",
		shape,
		enveloped: true,
		origins: origins(line, "stated"),
	};
}

function failure(line: number): Response {
	return {
		status: "4XX",
		mediaType: "application/json",
		shape: envelopeShape({ kind: "unknown", placeholder: "{}" }),
		origins: origins(line, "stated"),
	};
}

function keeper(line: number, basis: Basis): Parameter {
	return {
		name: "keeper_id",
		in: "path",
		required: true,
		shape: text({ maxLength: 32 }),
		description: "Identifier",
		origins:
			basis === "stated"
				? origins(line, "stated")
				: [
						...origins(line, "stated", ["name", "location"]),
						...origins(15, basis, ["type", "constraints", "description"]),
					],
	};
}

function hiveId(line: number): Parameter {
	return parameter("path", "hive_id", text({ maxLength: 32 }), {
		line,
		required: true,
		description: "Identifier",
	});
}

function validateOnly(line: number): Parameter {
	return parameter("query", "validate_only", boolean(), { line });
}

/** A choice of texts that are awkward in code. */
export function color(): Shape {
	return enumeration("white", 'bl"ue', "`\u0024{red}`");
}
