import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDocs } from "../generator/pipeline.ts";
import { corporaHere } from "./bench/corpora-here.ts";

const [tables] = corporaHere(["nomad"]);

const row =
	/^\|\s*((?:`[A-Za-z]+`[\s/]*)+)\|\s*`(\/[^`]*)`((?:\s*<br ?\/>\s*`\/[^`]*`)*)/;
const verbs = /^(?:get|put|post|delete|patch|head|list)$/i;

test.skipIf(tables === undefined)(
	"every row of a table of methods is an operation, or said to be none",
	{ timeout: 120_000 },
	() => {
		const docs = documentsIn(tables?.docs ?? "");
		const { model, diagnostics } = readDocs(docs);
		const read = new Set(model.operations.map(({ id }) => bare(id)));
		const missed = docs.flatMap(({ file, text }) =>
			rowsIn(text)
				.filter(({ id }) => !read.has(bare(id)))
				.map(({ id, line }) => ({ file, id, line })),
		);
		expect(missed.length).toBeLessThan(6);
		for (const { file, id, line } of missed) {
			const told = diagnostics.some(
				({ code, span }) =>
					code === "endpoint/unread" &&
					span.file === file &&
					Math.abs(span.start.line - line) < 4,
			);
			expect({ id, told }).toEqual({ id, told: true });
		}
		expect(read.size).toBeGreaterThan(190);
	},
);

/** The operations of a document by its lines alone, code aside. */
function rowsIn(text: string): readonly { id: string; line: number }[] {
	let code = false;
	return text.split("\n").flatMap((line, index) => {
		if (/^\s*```/.test(line)) code = !code;
		const [, methods = "", first = "", more = ""] = row.exec(line) ?? [];
		if (code || first === "") return [];
		const paths = [first, ...[...more.matchAll(/`([^`]+)`/g)].map(String)];
		return (methods.match(/[A-Za-z]+/g) ?? []).flatMap((verb) =>
			paths.map((path) => ({
				id: `${verb === "LIST" ? "GET" : verb} ${path.replace(/^`|`.*$/g, "")}`,
				line: index + 1,
			})),
		);
	});
}

/** A path is the same whatever its parameters are called, and with or without the base of all. */
function bare(id: string): string {
	const [verb = "", path = ""] = id.replace(/\?.*$/, "").split(/ (.*)/);
	const segments = path.replace(/^\/v1/, "").split("/");
	return `${verbs.test(verb) ? verb.toUpperCase() : verb} ${segments
		.map((one) => (/^(?::|\{|<)/.test(one) ? "{}" : one))
		.join("/")}`;
}

function documentsIn(folder: string) {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".mdx"))
		.map((file) => ({ file, text: readFileSync(`${folder}/${file}`, "utf8") }));
}
