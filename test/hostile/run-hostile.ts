import { parseArgs } from "node:util";
import { tryAttacks } from "./run.ts";

const { values } = parseArgs({
	options: {
		step: { type: "string", default: "1" },
		generated: { type: "string", default: "2000" },
		seed: { type: "string", default: `${Date.now() % 1e9}` },
		only: { type: "string", multiple: true },
	},
});
console.log(`seed ${values.seed}`);
const survivals = tryAttacks({
	step: Number(values.step),
	generated: Number(values.generated),
	seed: Number(values.seed),
	...(values.only && { only: values.only }),
	onSurvival: ({ number, name, slots, cases, refused, faults }) => {
		const state = faults.length === 0 ? "survived" : "FAILED  ";
		console.log(
			`${number.padEnd(9)} ${state} ${name}: ${slots} slots, ${cases} cases, ${refused} refused`,
		);
		for (const fault of faults.slice(0, 10)) console.log(`          ${fault}`);
		if (faults.length > 10)
			console.log(`          and ${faults.length - 10} more`);
	},
});
const survived = survivals.filter(({ faults }) => faults.length === 0);
const numbered = (all: typeof survivals) =>
	all.filter(({ number }) => /^A\d/.test(number)).length;
console.log(`attacks ${numbered(survived)} of ${numbered(survivals)} survived`);
console.log(
	`cases ${survivals.reduce((sum, { cases }) => sum + cases, 0)}, generated ${survivals.find(({ number }) => number === "generated")?.cases ?? 0}`,
);
process.exitCode = survived.length === survivals.length ? 0 : 1;
