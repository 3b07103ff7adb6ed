import { parseArgs } from "node:util";
import { runTests } from "../run-tests.ts";
import { attacks } from "./attacks.ts";
import { growthOf } from "./growth.ts";
import { tryAttacks } from "./run.ts";
import { scenarios } from "./scenarios.ts";
import { sizes } from "./sizes.ts";

const { values } = parseArgs({
	options: {
		step: { type: "string", default: "4" },
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
const failed = new Set(
	survivals
		.filter(({ faults }) => faults.length > 0)
		.map(({ number }) => number),
);
for (const size of sizes) {
	if (!(values.only?.includes(size.number) ?? true)) continue;
	const { whole, ratio, faults } = growthOf(size);
	const time = whole === undefined ? "" : `, 100,000 in ${whole} ms`;
	const said = faults.length === 0 ? "linear  " : "FAILED  ";
	console.log(
		`${size.number.padEnd(9)} ${said} ${size.name}: twice as much in ${ratio.toFixed(1)} times the time${time}`,
	);
	if (faults.length > 0) failed.add(size.number);
}
const held = Object.entries(scenarios).filter(
	([number]) => values.only?.includes(number) ?? true,
);
const outcomeOf = runTests(held.flatMap(([, { tests }]) => tests));
for (const [number, { name, tests }] of held) {
	const { ran, fine } = outcomeOf(tests);
	console.log(
		`${number.padEnd(9)} ${fine ? "survived" : "FAILED  "} ${name}: ${ran} tests`,
	);
	if (!fine) failed.add(number);
}
const numbers = [
	...new Set([...Object.keys(attacks), ...Object.keys(scenarios)]),
].filter((number) => values.only?.includes(number) ?? true);
const survived = numbers.filter((number) => !failed.has(number));
console.log(`attacks ${survived.length} of ${numbers.length} survived`);
const cases = survivals.reduce((sum, survival) => sum + survival.cases, 0);
const generated =
	survivals.find(({ number }) => number === "generated")?.cases ?? 0;
console.log(`cases ${cases}, of them generated ${generated}`);
process.exitCode = failed.size === 0 ? 0 : 1;
