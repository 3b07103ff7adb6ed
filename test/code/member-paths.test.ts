import fc from "fast-check";
import { expect, test } from "vitest";
import { memberPaths } from "../../generator/code/member-paths.ts";
import { camelCase, fileName } from "../../generator/code/names.ts";

test("without clashes the names are those of the wire", () => {
	const path = ["apiary", "bee_hives", "key_rotate"];
	expect(memberPaths([path])).toEqual([
		{ members: path.map(camelCase), files: path.map(fileName) },
	]);
});

test("a resource keeps its name, an operation beside it is numbered", () => {
	const paths = memberPaths([
		["hives", "frames"],
		["hives", "frames", "list"],
	]);
	expect(paths.map(({ members }) => members.join("."))).toEqual([
		"hives.frames2",
		"hives.frames.list",
	]);
});

test("what differs only in writing is kept apart", () => {
	const paths = memberPaths([
		["get-hive"],
		["get_hive"],
		["GetHive"],
		["with_options"],
	]);
	expect(paths.map(({ members }) => members.join("."))).toEqual([
		"getHive",
		"getHive2",
		"getHive3",
		"withOptions_",
	]);
	expect(paths.map(({ files }) => files.join("/"))).toEqual([
		"get-hive",
		"get-hive2",
		"get-hive3",
		"with-options",
	]);
});

test("no two operations share a path in code or on disk", () => {
	const name = fc.constantFrom("a", "A", "a_b", "aB", "a-b", "list", "");
	const path = fc.array(name, { minLength: 1, maxLength: 4 });
	fc.assert(
		fc.property(fc.array(path, { maxLength: 12 }), (wires) => {
			const paths = memberPaths(wires);
			for (const part of ["members", "files"] as const) {
				const all = paths.map((each) => each[part].join("/").toLowerCase());
				if (part === "files") expect(new Set(all).size).toBe(wires.length);
			}
			const members = paths.map(({ members }) => members.join("."));
			expect(new Set(members).size).toBe(wires.length);
		}),
	);
});
