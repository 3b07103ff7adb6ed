import type { TestCase, TestModule } from "vitest/node";
import type { Reporter } from "vitest/reporters";
import { checklist } from "./checklist.ts";
import { numbersOf } from "./numbers.ts";

/** Prints at the end of a run what became of each number of the checklist, if tests of any have run. */
class BehaviourReport implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		const states = new Map<string, Set<string>>();
		for (const module of modules)
			for (const test of module.children.allTests())
				for (const number of numbersIn(test))
					states.set(
						number,
						(states.get(number) ?? new Set()).add(test.result().state),
					);
		if ([...states.values()].some((each) => each.has("passed")))
			console.log(table(states));
	}
}

export { BehaviourReport as default };

/** The numbers in the titles of a test and of what it stands in. */
function numbersIn(test: TestCase): readonly string[] {
	const numbers: string[] = [];
	for (
		let at: TestCase["parent"] | TestCase = test;
		at.type !== "module";
		at = at.parent
	)
		numbers.push(...numbersOf(at.name));
	return numbers;
}

function table(states: ReadonlyMap<string, ReadonlySet<string>>): string {
	const rows = Object.entries(checklist).map(([number, name]) => {
		const [state, reason] = outcomeOf(states.get(number));
		return { number, state, line: `${name}${reason && ` (${reason})`}` };
	});
	const totals = Object.entries({
		behaviours: "B",
		faults: "R",
		"path inputs": "P",
	}).map(([name, kind]) => {
		const all = rows.filter(({ number }) => number.startsWith(kind));
		const passed = all.filter(({ state }) => state === "passed");
		return `${name} ${passed.length} of ${all.length}`;
	});
	return [
		"",
		...rows.map(
			({ number, state, line }) =>
				`${number.padEnd(4)} ${state.padEnd(8)} ${line}`,
		),
		"",
		totals.join(", "),
	].join("\n");
}

/** One word for all tests of a number, and what there is to say about it. */
function outcomeOf(
	states: ReadonlySet<string> | undefined,
): readonly [state: string, reason: string] {
	if (states?.has("failed")) return ["FAILED", ""];
	if (states?.has("passed"))
		return states.size === 1
			? ["passed", ""]
			: ["skipped", "some of its tests did not run"];
	return ["skipped", "its tests did not run"];
}
