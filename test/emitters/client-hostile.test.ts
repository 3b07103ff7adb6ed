import fc from "fast-check";
import { expect, test } from "vitest";
import { createReporter } from "../../generator/diagnostics/reporter.ts";
import { clientEmitter } from "../../generator/emitters/client/client.ts";
import { packageEmitter } from "../../generator/emitters/package/package.ts";
import type { ApiModel } from "../../generator/model/types.ts";
import { hostile } from "../code/hostile.ts";
import { nodesOf, parseSource, tokenKinds } from "../code/scan.ts";
import { sample } from "../models/sample.ts";
import { runtimeFiles } from "./runtime-files.ts";

const runtime = runtimeFiles();
const client = clientEmitter({ runtime });
const packaged = packageEmitter({ name: "apiary", version: "1.0.0" });

/** Members of a model that hold prose: they come out in comments, messages and the README, and nowhere else. */
const prose =
	/^(title|description|summary|environment|file|anchor|format|pattern|text|url)$/;

test("hostile prose changes no token of the sources", () => {
	const plain = kinds(withProse("x"));
	fc.assert(
		fc.property(hostile, (text) => {
			expect(kinds(withProse(`x${text}`))).toEqual(plain);
		}),
		{ numRuns: 40 },
	);
});

test("hostile names make sources that parse, with one function for each operation", () => {
	const names = fc.uniqueArray(hostile, { minLength: 6, maxLength: 6 });
	fc.assert(
		fc.property(names, (chosen) => {
			const model = withNames(chosen);
			let functions = 0;
			for (const { path, text } of sources(model)) {
				expect(parseSource(text).errors, path).toEqual([]);
				functions +=
					text.match(/^export function (?!createClient\()/gm)?.length ?? 0;
			}
			expect(functions).toBe(model.operations.length);
		}),
		{
			numRuns: 40,
			// Two backslashes in a row, and then what would open a comment.
			examples: [[["", "*", "\\", "\0", "\u0001", "/*"]]],
		},
	);
});

test("wire names come through unchanged", () => {
	fc.assert(
		fc.property(hostile, (name) => {
			const text = sources(withNames(["a", "b", "c", name, "e", "f"])).map(
				(file) => file.text,
			);
			const literals = text.flatMap((source) =>
				nodesOf(parseSource(source).file).flatMap((node) =>
					"text" in node && typeof node.text === "string" ? node.text : [],
				),
			);
			expect(literals).toContain(name);
		}),
		{ numRuns: 40 },
	);
});

test("no unseen character reaches a file", () => {
	fc.assert(
		fc.property(hostile, (text) => {
			const model = withProse(`x${text}`);
			for (const file of [...sources(model), ...emit(packaged, model)])
				expect(file.text, file.path).not.toMatch(
					// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
					/[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u,
				);
		}),
		{ numRuns: 40 },
	);
});

function kinds(model: ApiModel): readonly (readonly string[])[] {
	return sources(model).map(({ text }) => tokenKinds(text));
}

function sources(model: ApiModel) {
	return emit(client, model).filter(({ path }) => !path.includes("/runtime/"));
}

function emit(emitter: typeof client, model: ApiModel) {
	return emitter.emit(model, createReporter().report);
}

function withProse(text: string): ApiModel {
	return JSON.parse(JSON.stringify(sample), (key, value: unknown) =>
		typeof value === "string" && prose.test(key) ? text : value,
	) as ApiModel;
}

/** The sample with six of its wire names, of every kind, replaced wherever they stand. */
function withNames(names: readonly string[]): ApiModel {
	const known = [
		"hives",
		"key_rotate",
		"keeper_id",
		"hive_id",
		"page-size",
		"color",
	];
	const renamed = new Map(known.map((name, index) => [name, names[index]]));
	return JSON.parse(JSON.stringify(sample), (_, value: unknown) =>
		typeof value === "string" ? (renamed.get(value) ?? value) : value,
	) as ApiModel;
}
