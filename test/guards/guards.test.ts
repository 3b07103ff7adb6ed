import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { guards } from "./guards.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

// `npm run test:guards` takes each away and runs its tests.
test.each(guards)(
	"$name: the guard stands once in $file",
	({ file, from, to, test, title = "" }) => {
		expect(readFileSync(`${root}${file}`, "utf8").split(from)).toHaveLength(2);
		expect(to).not.toBe(from);
		expect(existsSync(`${root}test/${test}`)).toBe(true);
		expect(readFileSync(`${root}test/${test}`, "utf8")).toContain(title);
	},
);
