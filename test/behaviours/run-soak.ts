import { parseArgs } from "node:util";
import { soak } from "./soak.ts";

const { values } = parseArgs({
	options: {
		parallel: { type: "string", default: "1000" },
		serial: { type: "string", default: "10000" },
	},
});
// However the calls end, this does.
setTimeout(() => {
	console.error("not done within ten minutes");
	process.exit(1);
}, 600_000).unref();

const start = performance.now();
const left = await soak(Number(values.parallel), Number(values.serial));
const seconds = Math.round((performance.now() - start) / 1_000);
console.log(`${left.calls} calls, ${left.requests} requests, ${seconds} s`);
for (const [name, count] of Object.entries(left.errors))
	console.log(`  ${name.padEnd(24)} ${count}`);
console.log(`calls that did not fail        ${left.successes}`);
console.log(`unhandled rejections           ${left.unhandled}`);
console.log(`warnings of the runtime        ${left.warnings}`);
console.log(`sockets at the end             ${left.sockets}`);
console.log(`listeners on the signal        ${left.listeners}`);
console.log(`listeners between calls        ${left.mostListeners}`);
console.log(`heap growth                    ${left.growth} bytes`);
const { successes, unhandled, warnings, sockets, listeners, mostListeners } =
	left;
const faults = [
	successes,
	unhandled,
	warnings,
	sockets,
	listeners,
	mostListeners,
];
process.exitCode = faults.some(Boolean) ? 1 : 0;
