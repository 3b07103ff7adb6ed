import type { Change } from "../model/diff/change.ts";
import { type Phrase, printPhrase } from "../model/diff/phrase.ts";

/** A change as a person is told of it, with another one that says the same. */
export interface Told extends Change {
	/** The same of what goes the other way, or the operation's other name in the client. */
	readonly twin?: Change;
}

/**
 * The changes as a person wants to hear of them: once what is the same in requests and in answers, and once that an
 * operation has both another path and another name in the client.
 */
export function toldOf(changes: readonly Change[]): readonly Told[] {
	const found = new Map<string, Told>();
	for (const change of changes) {
		const key = keyOf(change);
		const first = found.get(key);
		if (first === undefined) found.set(key, change);
		else if (isMove(first)) found.set(key, moved(first, change));
		else if (first.twin === undefined && first.direction !== change.direction)
			found.set(key, { ...first, twin: change });
		else found.set(`${key} ${found.size}`, change);
	}
	return [...found.values()];
}

function isMove({ rule }: Change): boolean {
	return rule === "operation-moved" || rule === "method-renamed";
}

function keyOf(change: Change): string {
	const { rule, impact, part, says, detail, before, after } = change;
	const [operation] = change.operations;
	if (isMove(change)) return JSON.stringify(["moved", operation?.id]);
	// What is told of operations is theirs alone, and so is what has no direction.
	const own = change.shape === undefined || change.direction === undefined;
	const words = [part, detail, before, after].map((one = []) =>
		printPhrase(one),
	);
	return JSON.stringify([
		own ? [rule, change.operations.map(({ id }) => id), change.shape] : [],
		impact,
		says,
		...words,
	]);
}

function moved(first: Change, second: Change): Told {
	return {
		...first,
		says: "was moved, and has another name in the client",
		before: joined(first.before, second.before),
		after: joined(first.after, second.after),
		twin: second,
	};
}

function joined(first: Phrase = [], second: Phrase = []): Phrase {
	return [...first, ", ", ...second];
}
