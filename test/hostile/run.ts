import fc from "fast-check";
import { hostile } from "../code/hostile.ts";
import { attacks, tripwire } from "./attacks.ts";
import { compile } from "./compile.ts";
import { type Slot, slots } from "./slots.ts";
import { type Outcome, survive } from "./survive.ts";

/** What became of one attack. */
export interface Survival {
	readonly number: string;
	readonly name: string;
	readonly slots: number;
	readonly cases: number;
	/** How many of the cases ended with a diagnostic in place of output. */
	readonly refused: number;
	readonly faults: readonly string[];
}

export interface RunOptions {
	/** Every how-manieth of the cases of an attack is tried; 1 for all. */
	readonly step: number;
	/** How many generated texts are tried, each in a slot of its own. */
	readonly generated: number;
	readonly seed: number;
	readonly only?: readonly string[];
	readonly onSurvival?: (survival: Survival) => void;
}

interface Plan {
	readonly number: string;
	readonly name: string;
	readonly cases: readonly Case[];
}

interface Case {
	readonly slot: Slot;
	readonly text: string;
}

/** Tries the attacks that are text, and texts that a generator makes; compiles what they gave. */
export function tryAttacks({
	step,
	generated,
	seed,
	only,
	onSurvival,
}: RunOptions): readonly Survival[] {
	const plans: readonly Plan[] = Object.entries(attacks)
		.map(([number, { name, payloads, slots: where }], index): Plan => {
			const fit = slots.filter((slot) => where?.test(slot.name) ?? true);
			const all = fit.flatMap((slot) =>
				payloads.map((text): Case => ({ slot, text })),
			);
			const every = Math.min(step, all.length);
			// Another start for each attack, so that a few of all cases are not always the same slots.
			const cases = all.filter((_, at) => (at + index) % every === 0);
			return { number, name, cases };
		})
		.concat({
			number: "generated",
			name: "texts made at random",
			cases: made(generated, seed),
		})
		.filter(({ number }) => only?.includes(number) ?? true);
	const compiled = new Map<string, readonly string[]>();
	return plans.map((plan) => {
		const survival = tryPlan(plan, compiled);
		onSurvival?.(survival);
		return survival;
	});
}

function tryPlan(
	{ number, name, cases }: Plan,
	compiled: Map<string, readonly string[]>,
): Survival {
	const faults: string[] = [];
	let refused = 0;
	const fresh = new Map<
		string,
		Case & { readonly sources: Outcome["sources"] }
	>();
	for (const { slot, text } of cases) {
		const outcome = survive(slot, text);
		if (outcome.ended === "diagnostic") refused++;
		faults.push(
			...outcome.faults.map((fault) => `${placeOf({ slot, text })}: ${fault}`),
		);
		if (outcome.ended === "output" && !compiled.has(outcome.tokens))
			fresh.set(outcome.tokens, { slot, text, sources: outcome.sources });
	}
	for (const batch of batches([...fresh], 400)) {
		const found = compile(batch.map(([, { sources }]) => sources)).faults;
		for (const [at, [tokens, one]] of batch.entries()) {
			compiled.set(tokens, []);
			for (const fault of found.get(at) ?? [])
				faults.push(`${placeOf(one)}: ${fault}`);
		}
	}
	return {
		number,
		name,
		slots: new Set(cases.map(({ slot }) => slot.name)).size,
		cases: cases.length,
		refused,
		faults,
	};
}

/** Random texts of what breaks out of things, with the tripwire among them. */
function made(count: number, seed: number): readonly Case[] {
	const text = fc
		.array(
			fc.oneof(
				{ weight: 3, arbitrary: hostile },
				{ weight: 1, arbitrary: fc.constant(`${tripwire}()`) },
			),
			{ minLength: 1, maxLength: 3 },
		)
		.map((parts) => parts.join(""));
	return fc
		.sample(fc.tuple(fc.nat(slots.length - 1), text), { numRuns: count, seed })
		.flatMap(([at, text]) => {
			const slot = slots[at];
			return slot === undefined ? [] : [{ slot, text }];
		});
}

function placeOf({ slot, text }: Case): string {
	return `${JSON.stringify(text.slice(0, 80))} in ${slot.name}`;
}

function batches<T>(
	all: readonly T[],
	size: number,
): readonly (readonly T[])[] {
	return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
		all.slice(at * size, (at + 1) * size),
	);
}
