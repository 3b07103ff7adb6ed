import {
	openSync,
	readdirSync,
	readFileSync,
	writeFileSync,
	writeSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { largest } from "./engine.ts";
import { mutate, type Pick } from "./mutate.ts";

// The process that runs inputs: it is ended from outside when one of them takes too long.
const [bundle = "", corpus = "", seconds = "0", words = "", told = ""] =
	process.argv.slice(2);
const load = createRequire(import.meta.url);
const { fuzz, counters } = load(bundle) as {
	readonly fuzz: (bytes: Uint8Array) => void;
	readonly counters: Uint8Array;
};
const dictionary = wordsIn(readFileSync(words, "utf8"));
const pick: Pick = (end) => Math.floor(Math.random() * end);
const current = openSync(join(told, "current"), "w");
/** For each counter, the orders of magnitude in which it was seen, as bits. */
const seen = new Uint8Array(counters.length);
const inputs: Buffer[] = readdirSync(corpus).map((name) =>
	readFileSync(join(corpus, name)).subarray(0, largest),
);
const until = Date.now() + Number(seconds) * 1000;
let executions = 0;
let failed = false;
for (const input of [...inputs]) if (!failed) run(input);
while (!failed && Date.now() < until) {
	// What was added last ran code that is new, and is tried more often.
	const at = pick(2) === 0 ? pick(inputs.length) : inputs.length - 1 - pick(16);
	const input = inputs[Math.max(0, at)] ?? Buffer.alloc(0);
	const other = inputs[pick(inputs.length)] ?? input;
	const made = mutate(input, other, dictionary, { pick, most: largest });
	if (!run(made) || failed) continue;
	inputs.push(made);
	writeFileSync(join(corpus, `new-${inputs.length}`), made);
}
const covered = seen.reduce((sum, bits) => sum + (bits === 0 ? 0 : 1), 0);
tell({ executions, covered });

/** Runs an input; true when it ran what no other did, or ran it another number of times. */
function run(input: Buffer): boolean {
	const length = Buffer.alloc(4);
	length.writeUInt32LE(input.length);
	writeSync(current, Buffer.concat([length, input]), 0, input.length + 4, 0);
	executions++;
	counters.fill(0);
	try {
		fuzz(input);
	} catch (error) {
		failed = true;
		const fault = error instanceof Error ? error.message : String(error);
		writeFileSync(join(told, "fault"), fault);
	}
	let fresh = false;
	for (let at = 0; at < counters.length; at++) {
		const bit = (1 << (32 - Math.clz32(counters[at] ?? 0))) >> 1;
		if (bit === 0 || ((seen[at] ?? 0) & bit) !== 0) continue;
		seen[at] = (seen[at] ?? 0) | bit;
		fresh = true;
	}
	if (executions % 256 === 0) tell({ executions, covered: 0 });
	return fresh;
}

function tell(counts: {
	readonly executions: number;
	readonly covered: number;
}) {
	writeFileSync(join(told, "counts"), JSON.stringify(counts));
}

/** The words of a dictionary of libFuzzer, which writes bytes as `\x0a`. */
function wordsIn(text: string): readonly Buffer[] {
	return text
		.split("\n")
		.filter((line) => line.startsWith('"'))
		.map((line) =>
			Buffer.from(
				line
					.slice(1, -1)
					.replace(/\\x([0-9a-f]{2})|\\(["\\])/g, (_, hex, mark) =>
						hex ? String.fromCharCode(Number.parseInt(hex, 16)) : mark,
					),
				"latin1",
			),
		);
}
