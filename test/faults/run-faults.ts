import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runTests } from "../run-tests.ts";
import { type Fault, faults } from "./faults.ts";

const { values } = parseArgs({
	options: {
		kills: { type: "string", default: "200" },
		rounds: { type: "string", default: "5" },
		seed: { type: "string", default: `${Date.now() % 1e9}` },
		only: { type: "string", multiple: true },
		verbose: { type: "boolean", default: false },
	},
});
console.log(`seed ${values.seed}`);
// What is installed is what is built.
execFileSync(process.execPath, ["generator/build.mjs", "--if-needed"], {
	cwd: fileURLToPath(new URL("../../", import.meta.url)),
});
const amounts = {
	kills: Number(values.kills),
	rounds: Number(values.rounds),
	seed: Number(values.seed),
	onLine(line: string) {
		if (values.verbose || !/^\d/.test(line)) console.log(`      ${line}`);
	},
};
const wanted = Object.entries(faults).filter(
	([number]) => values.only?.includes(number) ?? true,
);
const outcomeOf = runTests(
	wanted.flatMap(([, { tests = [] }]) => tests),
	{ ...process.env, DOCWRIGHT_TEST_STRIDE: "1" },
);
let held = 0;
for (const [number, fault] of wanted) {
	const { said, wrong, skipped } = await meet(fault);
	const state = wrong.length === 0 ? "held  " : "FAILED";
	if (wrong.length === 0) held++;
	console.log(`${number} ${state} ${fault.name}: ${said.join("; ")}`);
	for (const reason of skipped) console.log(`      skipped: ${reason}`);
	for (const one of wrong.slice(0, 10)) console.log(`      ${one}`);
	if (wrong.length > 10) console.log(`      and ${wrong.length - 10} more`);
}
console.log(`faults ${held} of ${wanted.length} held`);
process.exitCode = held === wanted.length ? 0 : 1;

async function meet({ attempts = [], tests = [] }: Fault) {
	const said: string[] = [];
	const wrong: string[] = [];
	const skipped: string[] = [];
	for (const attempt of attempts) {
		const done = await attempt(amounts).catch((error: unknown) => ({
			said: `${attempt.name} came to nothing`,
			faults: [String(error)],
			skipped: undefined,
		}));
		if (
			done.skipped === undefined ||
			done.faults.length > 0 ||
			!/permitted$/.test(done.skipped)
		)
			said.push(done.said);
		wrong.push(...done.faults);
		if (done.skipped !== undefined) skipped.push(done.skipped);
	}
	const { ran, fine } = outcomeOf(tests);
	if (tests.length > 0) said.push(`${ran} tests`);
	if (!fine) wrong.push("a test failed, or did not run");
	return { said, wrong, skipped };
}
