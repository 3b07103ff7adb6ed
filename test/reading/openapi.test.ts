import { expect, test } from "vitest";
import { readDocs } from "../../generator/pipeline.ts";

/** A document with one fence under a heading. */
function read(yaml: string, language = "yaml") {
	const text = `# Kites\n\n\`\`\`${language}\n${yaml}\n\`\`\`\n`;
	return readDocs([{ file: "in.md", text }]);
}

test("aliases that stand for a tree without end are cut off", () => {
	const levels = Array.from(
		{ length: 30 },
		(_, at) =>
			`    L${at}: &l${at} { type: object, properties: { a: ${at === 0 ? "{}" : `*l${at - 1}`}, b: ${at === 0 ? "{}" : `*l${at - 1}`} } }`,
	);
	const { model } = read(
		`paths:\n  /kites:\n    get:\n      responses:\n        "200":\n          description: ok\n          content: { application/json: { schema: { $ref: "#/components/schemas/L29" } } }\ncomponents:\n  schemas:\n${levels.join("\n")}`,
	);
	expect(model.operations.map(({ id }) => id)).toEqual(["GET /kites"]);
}, 20_000);

test("an alias of itself ends", () => {
	const { model } = read(
		"paths: &p\n  /kites:\n    get: { operationId: a, responses: { default: *p } }",
	);
	expect(model.operations).toHaveLength(1);
});

test("types that are made of each other end", () => {
	const { model } = read(
		`paths: { /kites: { get: { responses: { "200": { description: a, content: { application/json: { schema: { allOf: [{ $ref: "#/components/schemas/A" }, { type: object }] } } } } } } } }
components:
  schemas:
    A: { allOf: [{ $ref: "#/components/schemas/B" }, { $ref: "#/components/schemas/B" }] }
    B: { allOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/A" }] }`,
	);
	expect(model.operations).toHaveLength(1);
});

test("deep nesting is given up, not followed", () => {
	const deep = `${'{"items":'.repeat(3000)}{}${"}".repeat(3000)}`;
	for (const language of ["json", "yaml"])
		expect(() => read(`paths: ${deep}`, language)).not.toThrow();
}, 20_000);

test("keys of prototypes are names like any other", () => {
	const { model } = read(
		"type: object\nproperties: { __proto__: { type: string }, constructor: { type: integer } }\n\n",
	);
	expect(model.operations).toEqual([]);
	expect(Object.hasOwn({}, "type")).toBe(false);
	const { model: other } = read(
		'paths: { /kites: { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { __proto__: { type: string }, toString: { type: integer } } } } } }, responses: { "204": { description: a } } } } }',
	);
	const shape = other.operations[0]?.body?.shape;
	expect(
		shape?.kind === "object" && shape.properties.map(({ name }) => name),
	).toEqual(["__proto__", "toString"]);
});

test("tags run nothing, and what is no YAML is an example or prose", () => {
	for (const text of [
		"paths: !!js/function 'function () { throw 1 }'",
		"paths:\n\t- \u0000: [",
		"responses: }}}}{{{{",
		"get: &a [*a]\nresponses: *b",
	])
		expect(read(text).model.operations).toEqual([]);
});
