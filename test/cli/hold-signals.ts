import { writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { holdSignals } from "../../generator/cli/interrupt.ts";

// Stands in for a run that is writing: says that it has begun, takes a while, and leaves one file when it is done.
const [path = "", wait = "500"] = process.argv.slice(2);
holdSignals(async () => {
	console.log("writing");
	await setTimeout(Number(wait));
	writeFileSync(path, "whole");
}).then((status) => {
	process.exitCode = status ?? 0;
});
