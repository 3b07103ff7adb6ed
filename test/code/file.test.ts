import { expect, test } from "vitest";
import { code } from "../../generator/code/code.ts";
import type { SourceStructure } from "../../generator/code/declarations.ts";
import { openPrinter } from "../../generator/code/file.ts";
import { identifier } from "../../generator/code/property.ts";

const structure = (name: string): SourceStructure => ({
	banner: code`// ${identifier(name)}`,
	imports: [],
	declarations: [
		{ kind: "type", name: identifier(name), type: code`string` },
		{ kind: "statement", text: code`export const at = 1;` },
	],
});

function memory() {
	const kept = new Map<string, string>();
	return {
		kept,
		recall: (key: string) => kept.get(key),
		keep: (key: string, text: string) => kept.set(key, text),
	};
}

test("what was printed before is what would be printed", () => {
	const plain = openPrinter();
	const known = memory();
	const hive = plain(structure("Hive"));
	expect(hive).toContain("export type Hive = string;");
	for (let round = 0; round < 2; round++) {
		const print = openPrinter(known);
		expect(print(structure("Hive"))).toBe(hive);
		expect(print(structure("Queen"))).toBe(plain(structure("Queen")));
		expect(known.kept.size).toBe(2);
	}
});

test("what is known is not printed again", () => {
	const known = memory();
	openPrinter(known)(structure("Hive"));
	for (const key of known.kept.keys()) known.kept.set(key, "kept");
	const print = openPrinter(known);
	expect(print(structure("Hive"))).toBe("kept");
	expect(print(structure("Queen"))).not.toBe("kept");
});
