import fc from "fast-check";
import type {
	ApiModel,
	ObjectShape,
	Operation,
	Origins,
	Parameter,
	Property,
	Response,
	ResponseHeader,
	Shape,
} from "../../generator/model/types.ts";
import type { JsonValue } from "../../generator/text/json.ts";

const shapeNames = ["Ant", "Bee", "Cat"];

/** Text as hostile docs hold it: ends of comments and strings, placeholders, unseen and broken characters, old keys. */
const hostileText: fc.Arbitrary<string> = fc.oneof(
	fc.string({ unit: "binary" }),
	fc.constantFrom(
		...["__proto__", "constructor", "*/ evil() /*", "\u2028", "\ud800"],
		...[
			"`\u0024{evil()}`",
			"{{evil}}",
			"'",
			'"',
			"\\",
			"\u202e",
			"",
			"</script>",
		],
	),
);

/** Any JSON value whose keys may be hostile. */
export const hostileJson: fc.Arbitrary<JsonValue> = fc
	.json({ stringUnit: "binary" })
	.map((text): JsonValue => JSON.parse(text));

/** Any sound model, small, with hostile text wherever text can stand. */
export const arbitraryModel: fc.Arbitrary<ApiModel> = fc.record({
	version: fc.constant(1),
	title: hostileText,
	documents: fc.constant(["a.md", "b.md"]),
	servers: servers(0),
	security: fc.constant([]),
	resources: fc.constant([
		{
			path: ["ants", "bees"],
			origins: [{ span: span("a.md", 1), basis: "stated" as const }] as const,
		},
	]),
	operations: fc.uniqueArray(operation(), {
		selector: ({ id }) => id,
		maxLength: 3,
	}),
	shapes: fc.tuple(...shapeNames.map(() => shape())).chain((shapes) =>
		fc.tuple(
			...shapes.map((each, at) =>
				fc.record(
					{
						name: fc.constant(shapeNames[at] ?? ""),
						shape: fc.constant(each),
						description: hostileText,
						origins: origins(),
					},
					{ requiredKeys: ["name", "shape", "origins"] },
				),
			),
		),
	),
});

function servers(minLength: number) {
	return fc.array(
		fc.record({ url: fc.webUrl().map(withoutSlash), origins: origins() }),
		{ minLength, maxLength: 2 },
	);
}

function operation(): fc.Arbitrary<Operation> {
	return fc
		.tuple(fc.nat(1000), fc.array(hostileText, { maxLength: 2 }))
		.chain(([number, names]) => {
			const inPath = [...new Set(names)];
			return fc.record(
				{
					id: fc.constant(`GET /${number}`),
					method: fc.constantFrom("GET", "POST", "PUT"),
					path: fc.constant([
						{ kind: "literal", text: String(number) } as const,
						...inPath.map((name) => ({ kind: "parameter", name }) as const),
					]),
					servers: servers(1),
					resource: fc.constant(["ants", "bees"]),
					name: fc.constant(`get_${number}`),
					summary: hostileText,
					description: hostileText,
					deprecated: fc.boolean(),
					parameters: parameters(inPath),
					body: fc.record({
						mediaType: fc.constant("application/json"),
						shape: shape(),
						origins: origins(),
					}),
					responses: fc.uniqueArray(response(), {
						selector: ({ status }) => status,
						maxLength: 3,
					}),
					examples: fc.array(
						fc.record({
							on: fc.constantFrom("request", "response"),
							status: fc.constant("200"),
							mediaType: fc.constant("application/json"),
							value: hostileJson,
							origins: origins(),
						}),
						{ maxLength: 1 },
					),
					places: fc.constant([{ file: "a.md" }]),
					origins: origins(),
				},
				{
					requiredKeys: [
						...(["id", "method", "path", "resource", "name"] as const),
						...(["parameters", "responses", "examples"] as const),
						...(["places", "origins"] as const),
					],
				},
			);
		});
}

function parameters(inPath: readonly string[]): fc.Arbitrary<Parameter[]> {
	const path = inPath.map((name) =>
		fc.record({
			name: fc.constant(name),
			in: fc.constant("path" as const),
			required: fc.constant(true),
			shape: shape(),
			origins: origins(),
		}),
	);
	const query = fc.record(
		{
			name: hostileText,
			in: fc.constant("query" as const),
			required: fc.boolean(),
			shape: shape(),
			description: hostileText,
			default: hostileJson,
			example: hostileJson,
			origins: origins(),
		},
		{ requiredKeys: ["name", "in", "shape", "origins"] },
	);
	return fc
		.tuple(
			fc.tuple(...path),
			fc.uniqueArray(query, { selector: ({ name }) => name, maxLength: 2 }),
		)
		.map(([first, rest]) => [...first, ...rest]);
}

function response(): fc.Arbitrary<Response> {
	return fc.record(
		{
			status: fc.constantFrom("200", "204", "4XX", "default"),
			description: hostileText,
			mediaType: fc.constant("application/json"),
			shape: shape(),
			headers: fc.uniqueArray(header(), {
				selector: ({ name }) => name.toLowerCase(),
				maxLength: 2,
			}),
			origins: origins(),
		},
		{ requiredKeys: ["status", "origins"] },
	);
}

function header(): fc.Arbitrary<ResponseHeader> {
	return fc.record(
		{
			name: hostileText,
			required: fc.boolean(),
			shape: shape(),
			description: hostileText,
			origins: origins(),
		},
		{ requiredKeys: ["name", "shape", "origins"] },
	);
}

/** Any shape; references go to the model's three named shapes. */
function shape(): fc.Arbitrary<Shape> {
	return fc.letrec<{ shape: Shape; object: ObjectShape }>((tie) => ({
		shape: fc.oneof(
			{ depthSize: "small" },
			fc.constantFrom<Shape>(
				{ kind: "null" },
				{ kind: "boolean" },
				{ kind: "unknown" },
				{ kind: "unknown", placeholder: "{}" },
				{ kind: "number", integer: true, minimum: 1, maximum: 9 },
				{ kind: "string", format: "date-time" },
				{ kind: "string", minLength: 2, maxLength: 32 },
			),
			fc.constantFrom(...shapeNames).map((name): Shape => {
				return { kind: "reference", name };
			}),
			fc
				.oneof(hostileText, fc.boolean(), fc.integer())
				.map((value): Shape => ({ kind: "literal", value })),
			tie("shape").map((items): Shape => ({ kind: "array", items })),
			tie("shape").map((values): Shape => ({ kind: "record", values })),
			fc
				.array(tie("shape"), { minLength: 1, maxLength: 3 })
				.map((members): Shape => ({ kind: "union", members })),
			tie("object"),
		),
		object: fc
			.uniqueArray(property(tie("shape")), {
				selector: ({ name }) => name,
				maxLength: 4,
			})
			.map((properties): ObjectShape => ({ kind: "object", properties })),
	})).shape;
}

function property(shape: fc.Arbitrary<Shape>): fc.Arbitrary<Property> {
	return fc.record(
		{
			name: hostileText,
			required: fc.boolean(),
			shape,
			description: hostileText,
			default: hostileJson,
			readOnly: fc.boolean(),
			origins: origins(),
		},
		{ requiredKeys: ["name", "shape", "origins"] },
	);
}

function origins(): fc.Arbitrary<Origins> {
	return fc
		.tuple(
			fc.constantFrom("a.md", "b.md"),
			fc.integer({ min: 1, max: 999 }),
			fc.constantFrom("stated", "inferred", "assumed"),
		)
		.map(([file, line, basis]) => [{ span: span(file, line), basis }]);
}

function span(file: string, line: number) {
	return {
		file,
		start: { line, column: 1, offset: line * 10 },
		end: { line, column: 9, offset: line * 10 + 8 },
	};
}

function withoutSlash(url: string): string {
	return url.replace(/\/+$/, "");
}
