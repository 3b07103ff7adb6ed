import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openApiOf } from "../generator/emitters/openapi/index.ts";
import { readDocs } from "../generator/pipeline.ts";
import { corporaHere } from "./bench/corpora-here.ts";

/**
 * Every typed bullet of every list of real docs, found by a reader that knows nothing but bullets, against the document
 * that is exported: its name within the names of the bullets around it, where it goes, and whether it must be there.
 */
const docs = corporaHere(["stainless"])[0]?.docs;

interface Bullet {
	/** Names from the outermost bullet down: `rules.allowed.methods`. */
	readonly way: string;
	readonly required: boolean;
}

interface Part {
	readonly title: string;
	readonly bullets: readonly Bullet[];
}

/** The parts of each endpoint of a document, `get /hives` for its key; the first of those that stand twice. */
function partsOf(text: string): ReadonlyMap<string, readonly Part[]> {
	const found = new Map<string, readonly Part[]>();
	for (const part of text.split(/^(?=\*\*\w+\*\* `)/m)) {
		const [, method, path] = /^\*\*(\w+)\*\* `([^`?]+)/.exec(part) ?? [];
		if (method === undefined || found.has(`${method} ${path}`)) continue;
		const [own = ""] = part.split(/^#{1,2} /m);
		const parts = own.split(/^### /m).slice(1);
		found.set(
			`${method} ${path}`,
			parts.map((each) => ({
				title: each.split("\n", 1)[0] ?? "",
				bullets: bulletsOf(each.split(/^#### /m)[0] ?? ""),
			})),
		);
	}
	return found;
}

function bulletsOf(text: string): readonly Bullet[] {
	// A bullet without a type is a value or a variant: what stands under it belongs to the bullet above.
	const around: (string | undefined)[] = [];
	const bullets: Bullet[] = [];
	for (const line of text.split("\n")) {
		const indent = /^ *(?=- `)/.exec(line)?.[0].length;
		if (indent === undefined) continue;
		const [, , name, type] =
			/^ *- `("?)([\w.[\]$@-]+)\1: (.*)`$/.exec(line) ?? [];
		around.length = indent / 2;
		around.push(name);
		if (name !== undefined)
			bullets.push({
				way: around.filter((one) => one !== undefined).join("."),
				required: !/^optional\b/.test(type ?? ""),
			});
	}
	return bullets;
}

/** The ways to all properties of a schema, and whether each must be there. */
function waysOf(document: Json, schema: Json, way = ""): Map<string, boolean> {
	const found = new Map<string, boolean>();
	const { $ref, properties, required, items, additionalProperties } = schema;
	const inner = [schema.oneOf, schema.anyOf, schema.allOf].flat();
	if (typeof $ref === "string")
		inner.push(document.components.schemas[$ref.split("/").at(-1) ?? ""]);
	for (const each of [...inner, items, additionalProperties])
		if (Object(each) === each)
			for (const [name, must] of waysOf(document, each, way))
				found.set(name, must);
	for (const [name, property] of Object.entries<Json>(properties ?? {})) {
		const own = way === "" ? name : `${way}.${name}`;
		found.set(own, (required ?? []).includes(name));
		if (own.split(".").length < 14)
			for (const [deeper, must] of waysOf(document, property, own))
				found.set(deeper, must);
	}
	return found;
}

// biome-ignore lint/suspicious/noExplicitAny: a document of JSON, looked at from outside.
type Json = any;

/** `query limit` for each bullet of a list of parameters, `body name` and `returns name` for those of the others. */
function stated(parts: readonly Part[]): readonly string[] {
	return parts.flatMap(({ title, bullets }) => {
		const place = /^(Path|Query|Header|Body) Parameters|^(Returns)$/.exec(
			title,
		);
		const kind = (place?.[1] ?? place?.[2])?.toLowerCase();
		const own = /path|query|header/.test(kind ?? "")
			? bullets.filter(
					({ way }) => !bullets.some((one) => way.startsWith(`${one.way}.`)),
				)
			: bullets;
		return kind === undefined
			? []
			: own.map(({ way, required }) => line(kind, way, required));
	});
}

function exported(document: Json, operation: Json): ReadonlySet<string> {
	const lines: string[] = [];
	for (const { in: place, name, required = false } of operation.parameters ??
		[])
		lines.push(line(place, name, required));
	const success = Object.entries<Json>(operation.responses).find(([status]) =>
		status.startsWith("2"),
	)?.[1];
	const bodies = { body: operation.requestBody, returns: success };
	for (const [kind, body] of Object.entries(bodies))
		for (const { schema } of Object.values<Json>(body?.content ?? {}))
			for (const [way, required] of waysOf(document, schema ?? {}))
				lines.push(line(kind, way, required));
	return new Set(lines);
}

function line(kind: string, way: string, required: boolean): string {
	return `${kind} ${kind === "header" ? way.toLowerCase() : way}${required ? "!" : "?"}`;
}

test.skipIf(docs === undefined)(
	"every typed bullet of real docs is in the document",
	{ timeout: 300_000 },
	() => {
		const files = readdirSync(docs ?? "", {
			recursive: true,
			encoding: "utf8",
		}).filter((file) => /^(?!python|typescript|new-).*\.md$/.test(file));
		let count = 0;
		const missing: string[] = [];
		for (const file of files) {
			const text = readFileSync(`${docs}/${file}`, "utf8");
			const document: Json = openApiOf(readDocs([{ file, text }]).model);
			for (const [key, parts] of partsOf(text)) {
				const [method = "", path = ""] = key.split(" ");
				const operation = document.paths[path]?.[method];
				const ours = operation ? exported(document, operation) : new Set();
				const theirs = stated(parts);
				count += theirs.length;
				missing.push(
					...theirs
						.filter((each) => !ours.has(each))
						.map((each) => `${file}: ${key}: ${each}`),
				);
			}
		}
		expect(missing).toEqual([]);
		// 233 parameters, 70 fields of bodies and 886 of answers, counted with a search for bullets.
		expect(count).toBeGreaterThan(1_100);
	},
);
