import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkModel } from "../generator/model/check.ts";
import type { ApiModel, Shape } from "../generator/model/types.ts";
import { readDocs } from "../generator/pipeline.ts";

/** Hundreds of documents of one large API, which stand beside the repository where there are any. */
const folder = new URL("../../shared/corpus/cloudflare/docs/", import.meta.url);
const present = existsSync(folder);
if (!present) console.info("Skipped: there is no large corpus here");

describe.skipIf(!present)("a large corpus", () => {
	const docs = present ? documents() : [];

	test("is read whole", { timeout: 120_000 }, () => {
		const { model, diagnostics, coverage } = readDocs(docs);
		expect(docs).toHaveLength(426);
		expect(model.operations).toHaveLength(2594);
		expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual(
			[],
		);
		expect(checkModel(model)).toEqual([]);
		const unread = coverage.flatMap(({ file, blocks }) =>
			blocks
				.filter(({ became }) => became === "unread")
				.map(({ span }) => `${file}:${span.start.line}`),
		);
		expect(unread).toEqual([]);

		const names = model.operations.map(({ resource = [], name }) =>
			[...resource, name].join("."),
		);
		expect(new Set(names).size).toBe(2594);

		const templates = docs.flatMap(({ text }) => [...templatesIn(text)]);
		expect(templates.length).toBeGreaterThan(5000);
		expect(templates.flatMap((one) => lacking(model, one))).toEqual([]);
	});
});

function documents() {
	return readdirSync(folder)
		.filter((file) => file.endsWith(".md"))
		.map((file) => ({
			file,
			text: readFileSync(new URL(file, folder), "utf8"),
		}));
}

/** A JSON fence under a status of an operation. */
interface Template {
	readonly operation: string;
	readonly status: string;
	readonly value: unknown;
}

/** Reads fences by lines alone, so that nothing is shared with what is tested. */
function* templatesIn(text: string): Generator<Template> {
	let operation = "";
	let status = "";
	let fence: string[] | undefined;
	for (const line of text.split("\n")) {
		if (fence !== undefined) {
			if (line !== "```") fence.push(line);
			else {
				const json = fence.join("\n").trim();
				fence = undefined;
				if (json !== "" && status !== "")
					yield { operation, status, value: JSON.parse(json) };
			}
		} else if (line === "```json") fence = [];
		else {
			const [, method, path] = /^\*\*([A-Z]+)\*\* `([^`]+)`$/.exec(line) ?? [];
			if (method !== undefined) operation = `${method} ${path}`;
			// A description may have headings and examples of its own.
			if (line.startsWith("#"))
				status = /^#### ([1-5]\w\w|default) /.exec(line)?.[1] ?? "";
		}
	}
}

/** The leaves of a template that the model does not have. */
function lacking(
	model: ApiModel,
	{ operation, status, value }: Template,
): readonly string[] {
	const place = `${operation} ${status}`;
	const found = model.operations.find(({ id }) => id === operation);
	const response = found?.responses.find(
		(one) => one.status.toLowerCase() === status.toLowerCase(),
	);
	if (response?.shape === undefined) return [`${place} has no shape`];
	return missing(model, response.shape, value, place);
}

function missing(
	model: ApiModel,
	shape: Shape,
	value: unknown,
	place: string,
): readonly string[] {
	if (shape.kind === "reference") {
		const named = model.shapes.find(({ name }) => name === shape.name);
		return named === undefined
			? [`${place} refers to nothing`]
			: missing(model, named.shape, value, place);
	}
	if (shape.kind === "union") {
		const all = shape.members.map((one) => missing(model, one, value, place));
		return all.find((one) => one.length === 0) ?? all[0] ?? [place];
	}
	if (value === null) return shape.kind === "null" ? [`${place} is null`] : [];
	if (Array.isArray(value))
		return shape.kind === "array"
			? value.flatMap((item) => missing(model, shape.items, item, `${place}[]`))
			: [`${place} is no array`];
	if (typeof value === "object")
		return Object.entries(value).flatMap(([key, inner]) => {
			const at = `${place}.${key}`;
			const property =
				shape.kind === "object" &&
				shape.properties.find(({ name }) => name === key);
			return property ? missing(model, property.shape, inner, at) : [at];
		});
	const kind = String(value).replaceAll("*", "").replace("integer", "number");
	// The words of a description may list the values of a text.
	const same =
		shape.kind === "literal"
			? typeof shape.value === kind
			: shape.kind === kind;
	return same ? [] : [`${place} is ${shape.kind}, not ${kind}`];
}
