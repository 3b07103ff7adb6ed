import { expect, test } from "vitest";
import { lineAcross } from "../../generator/report/across.ts";

const documents = (files: Readonly<Record<string, string>>) =>
	new Map(Object.entries(files).map(([file, text]) => [file, text.split(" ")]));

test("a line is found where it went, and one that is gone where it would stand", () => {
	const across = lineAcross(
		documents({ "spec/a.md": "a b c d e" }),
		documents({ "spec/a.md": "new a b d changed" }),
	);
	const lines = [1, 2, 3, 4, 5, 6].map(
		(line) => across("spec/a.md", line)?.line,
	);
	expect(lines).toEqual([2, 3, 4, 4, 5, undefined]);
});

test("a document in another folder is known by the end of its path, unless two are alike", () => {
	const across = lineAcross(
		documents({ "old/x/a.md": "a", "old/b.md": "b", "old/c.md": "c" }),
		documents({
			"spec/x/a.md": "new a",
			"spec/y/a.md": "a",
			"spec/1/b.md": "b",
			"spec/2/b.md": "b",
		}),
	);
	expect(across("old/x/a.md", 1)).toEqual({ file: "spec/x/a.md", line: 2 });
	expect(across("old/b.md", 1)).toBeUndefined();
	expect(across("old/c.md", 1)).toBeUndefined();
});

test("documents that have nothing in common are not compared line by line", () => {
	const many = (name: string) =>
		Array.from({ length: 4000 }, (_, at) => name + at).join(" ");
	const across = lineAcross(
		documents({ "a.md": many("x") }),
		documents({ "a.md": many("y") }),
	);
	expect(across("a.md", 1)).toBeUndefined();
});
