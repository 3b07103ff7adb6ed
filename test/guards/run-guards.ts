import { execFileSync, spawnSync } from "node:child_process";
import {
	cpSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Guard, guards } from "./guards.ts";

// Takes guards out of a copy of the sources, one at a time, and says which tests notice: a guard that none misses is not
// tested.
const { values } = parseArgs({
	options: { only: { type: "string", multiple: true } },
});
const root = fileURLToPath(new URL("../../", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "docwright-guards-"));
let missed = 0;
try {
	const files = execFileSync(
		"git",
		["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
		{ cwd: root, encoding: "utf8" },
	);
	for (const file of files.split("\0").filter((file) => file !== ""))
		cpSync(join(root, file), join(copy, file));
	symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
	const wanted = guards.filter(({ numbers, name }) =>
		(values.only ?? [""]).some((only) => `${numbers} ${name}`.includes(only)),
	);
	for (const guard of wanted) {
		const noticed = failingWithout(guard);
		if (noticed === undefined) missed++;
		const said = noticed === undefined ? "MISSED" : "missed";
		const by = noticed ?? `nothing in ${guard.test}`;
		console.log(`${said} by ${by}: ${guard.name} (${guard.numbers || "-"})`);
	}
	console.log(`guards ${wanted.length - missed} of ${wanted.length} tested`);
} finally {
	rmSync(copy, { recursive: true, force: true });
}
process.exitCode = missed === 0 ? 0 : 1;

/** The first test that fails without a guard; nothing where none does. */
function failingWithout(guard: Guard): string | undefined {
	const path = join(copy, guard.file);
	const before = readFileSync(path, "utf8");
	const imports = /commit\.ts$/.test(guard.file)
		? 'import { mkdirSync, writeFileSync } from "node:fs";\n'
		: "";
	try {
		const without = before.replace(guard.from, () => guard.to);
		if (without === before) throw new Error(`${guard.name} is not there`);
		writeFileSync(path, imports + without);
		const titled = guard.title === undefined ? [] : ["-t", guard.title];
		const { stdout, status } = spawnSync(
			"npx",
			["vitest", "run", "--reporter=json", `test/${guard.test}`, ...titled],
			{ cwd: copy, encoding: "utf8", maxBuffer: 1e9, timeout: 300_000 },
		);
		if (status === 0) return undefined;
		return firstFailure(stdout);
	} finally {
		writeFileSync(path, before);
	}
}

function firstFailure(printed: string): string | undefined {
	const start = printed.indexOf("{");
	if (start < 0) return undefined;
	const { testResults } = JSON.parse(printed.slice(start)) as {
		readonly testResults: readonly {
			readonly assertionResults: readonly {
				readonly fullName: string;
				readonly status: string;
			}[];
		}[];
	};
	const failed = testResults
		.flatMap(({ assertionResults }) => assertionResults)
		.find(({ status }) => status === "failed");
	return failed && JSON.stringify(failed.fullName);
}
