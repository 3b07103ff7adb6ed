import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { installPeers } from "../bench/install-peers.ts";
import { bundleTarget } from "./bundle-target.ts";
import type { Outcome, Round } from "./engine.ts";
import { greybox } from "./greybox.ts";
import { kindOf } from "./known-kinds.ts";
import { libFuzzer, runsIn } from "./libfuzzer.ts";
import { findsOf, seedsOf } from "./seeds.ts";
import { smallest } from "./smallest.ts";
import { isTarget, longest, type Target, targets } from "./targets.ts";

const { values } = parseArgs({
	options: {
		seconds: { type: "string", default: "60" },
		target: { type: "string", multiple: true },
		// Where inputs that ran something new are kept from one run to the next.
		corpus: { type: "string" },
		// A Node that libFuzzer's binary can be loaded in, where this one is not.
		node: { type: "string", default: process.execPath },
	},
});
const chosen = (values.target ?? Object.keys(targets)).filter(isTarget);
const failure = await installPeers(
	fileURLToPath(new URL("tool", import.meta.url)),
);
if (failure !== undefined || chosen.length === 0) {
	console.error(failure ?? `There are ${Object.keys(targets).join(", ")}`);
	process.exit(1);
}
const native = await runsIn(values.node);
const engine = native
	? (round: Round) => libFuzzer(values.node, round)
	: greybox;
console.log(
	native
		? "libFuzzer by way of Jazzer.js"
		: "libFuzzer's binary cannot be loaded here (it needs glibc 2.38): inputs are changed by our own means, guided by Jazzer.js's counters",
);
const folder = mkdtempSync(join(tmpdir(), "docwright-fuzz-"));
let finds = 0;
try {
	const bundle = await bundleTarget(folder);
	for (const target of chosen) finds += await fuzzTarget(target, bundle);
} finally {
	rmSync(folder, { recursive: true });
}
process.exitCode = finds === 0 ? 0 : 1;

/** Fuzzes one target for as long as was asked for, beyond its first find; how many finds there were. */
async function fuzzTarget(target: Target, bundle: string): Promise<number> {
	const corpus = join(values.corpus ?? folder, target);
	mkdirSync(corpus, { recursive: true });
	const seeds = [
		...seedsOf(target),
		...findsOf(target).map(({ bytes }) => bytes),
	];
	for (const bytes of seeds)
		writeFileSync(join(corpus, digestOf(bytes)), bytes);
	const started = Date.now();
	const known: string[] = [];
	let executions = 0;
	let covered = 0;
	for (let seconds = Number(values.seconds); seconds >= 1; ) {
		const outcome: Outcome = await engine({
			target,
			seconds,
			bundle,
			corpus,
			known,
		});
		executions += outcome.executions;
		covered = Math.max(covered, outcome.covered);
		if (outcome.find !== undefined) {
			known.push(kindOf(outcome.find.fault));
			keep(target, outcome.find);
		}
		seconds = Number(values.seconds) - (Date.now() - started) / 1000;
	}
	const took = Math.round((Date.now() - started) / 1000);
	console.log(
		`${target}: ${executions} executions in ${took} s, ${covered} places of the code covered, ${known.length} finds`,
	);
	return known.length;
}

/** Writes a find among the cases of the tests, cut down to what the fault needs. */
function keep(
	target: Target,
	{ bytes, fault }: NonNullable<Outcome["find"]>,
): void {
	const kind = kindOf(fault);
	const small = fault.startsWith(`more than ${longest}`)
		? bytes
		: smallest(bytes, (part) => kindOfFirst(target, part) === kind);
	const name = `${digestOf(small)}.txt`;
	const path = new URL(`finds/${target}/${name}`, import.meta.url);
	writeFileSync(path, small);
	console.log(`${target}: ${fault}\n  test/fuzz/finds/${target}/${name}`);
	console.log(
		`  ${JSON.stringify(Buffer.from(small).toString().slice(0, 300))}`,
	);
}

function kindOfFirst(target: Target, bytes: Uint8Array): string | undefined {
	try {
		const [fault] = targets[target](bytes);
		return fault === undefined ? undefined : kindOf(fault);
	} catch (error) {
		return kindOf(String(error));
	}
}

function digestOf(bytes: Uint8Array): string {
	return createHash("sha256").update(bytes).digest("hex").slice(0, 12);
}
