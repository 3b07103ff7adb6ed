import { execFileSync } from "node:child_process";
import {
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const runtime = fileURLToPath(
	new URL("../../templates/runtime/", import.meta.url),
);

function compiler(name: string): string {
	return fileURLToPath(
		new URL(`../../node_modules/${name}/bin/tsc`, import.meta.url),
	);
}

test.each(["typescript-oldest", "typescript"])(
	"compiles where it is copied to, without types of any runtime, with %s",
	(name) => {
		const folder = mkdtempSync(join(tmpdir(), "runtime-"));
		onTestFinished(() => rmSync(folder, { recursive: true }));
		cpSync(runtime, join(folder, "src"), { recursive: true });
		writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
		const compilerOptions = {
			target: "ES2022",
			lib: ["ES2022", "DOM"],
			module: "nodenext",
			types: [],
			rootDir: "src",
			outDir: "dist",
			declaration: true,
			strict: true,
			exactOptionalPropertyTypes: true,
			noUncheckedIndexedAccess: true,
			noImplicitOverride: true,
			noPropertyAccessFromIndexSignature: true,
			verbatimModuleSyntax: true,
			isolatedModules: true,
			skipLibCheck: false,
		};
		writeFileSync(
			join(folder, "tsconfig.json"),
			JSON.stringify({ compilerOptions, include: ["src"] }),
		);
		const arguments_ = [compiler(name), "-p", folder];
		expect(() =>
			execFileSync(process.execPath, arguments_, { encoding: "utf8" }),
		).not.toThrow();
		expect(readdirSync(join(folder, "dist"))).toContain("index.d.ts");
	},
);

test("imports nothing but itself", () => {
	for (const file of readdirSync(runtime)) {
		const text = readFileSync(join(runtime, file), "utf8");
		for (const [, specifier] of text.matchAll(/\bfrom "([^"]+)"/g))
			expect(specifier, file).toMatch(/^\.\/[a-z\d-]+\.js$/);
		expect(text, file).not.toMatch(/^import "|\bimport\(|\bany\b[^a-z ]/m);
	}
});
