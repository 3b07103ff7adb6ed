import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { corporaHere } from "../bench/corpora-here.ts";
import { edits, follow } from "./edits.ts";

const { values } = parseArgs({
	options: {
		sequences: { type: "string", default: "50" },
		seed: { type: "string", default: `${Date.now() % 1e9}` },
		only: { type: "string", multiple: true },
	},
});
const root = fileURLToPath(new URL("../../", import.meta.url));
// Only the built form keeps anything.
execFileSync(process.execPath, ["generator/build.mjs", "--if-needed"], {
	cwd: root,
});
const spec = { name: "spec", docs: `${root}spec` };
const sets = [spec, ...corporaHere()].filter(
	({ name }) => values.only?.includes(name) ?? true,
);
const seed = Number(values.seed);
const sequences = fc.sample(edits, {
	numRuns: Number(values.sequences),
	seed,
});
console.log(`seed ${seed}`);
let equal = 0;
for (const [index, sequence] of sequences.entries()) {
	const { name, docs } = sets[index % sets.length] ?? spec;
	const { steps, kept, files, differences } = await follow(docs, sequence);
	const fine = differences.length === 0;
	if (fine) equal++;
	console.log(
		`${fine ? "ok  " : "not "} ${index + 1} ${name}: ${sequence.map(({ kind }) => kind).join(", ")}; of ${files} files after ${steps} edits ${kept} were not written`,
	);
	for (const difference of differences.slice(0, 5))
		console.log(`     ${difference}`);
}
console.log(`equal ${equal} of ${sequences.length}`);
process.exitCode = equal === sequences.length ? 0 : 1;
