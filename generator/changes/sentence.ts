import type { Change, TouchedOperation } from "../model/diff/change.ts";
import { theOperation } from "../model/diff/finding.ts";
import { listed, type Phrase, printPhrase } from "../model/diff/phrase.ts";
import type { Told } from "./told.ts";

/** What an operation is called: by its request, or as users of the client call it. */
export type NameOf = (operation: TouchedOperation) => string;

/** `GET /hives/{id}` */
export const byRequest: NameOf = ({ id }) => id;

/** `client.hives.get()` */
export const byMethod: NameOf = ({ method }) => `client.${method}()`;

/** A change in one sentence, without a full stop: `` `GET /hives`: query parameter `page` is required now ``. */
export function sentenceOf(change: Change, nameOf: NameOf): Phrase {
	const { part, says, detail = [], shape, operations } = change;
	const said = [` ${says}`, ...(detail.length > 0 ? [": ", ...detail] : [])];
	const [first, ...others] = operations;
	if (shape !== undefined || first === undefined) return [...part, ...said];
	const whole = printPhrase(part) === printPhrase(theOperation);
	if (others.length > 0) {
		const each = whole ? ["each"] : part;
		return [`${operations.length} operations: `, ...each, ...said];
	}
	const name = { quoted: nameOf(first) };
	return whole ? [name, ...said] : [name, ": ", ...part, ...said];
}

/** Which operations a change touches, where the sentence does not say it: `` in answers of `GET /hives` ``. */
export function usesOf(change: Told, nameOf: NameOf): Phrase {
	const { operations, shape, twin } = change;
	if (operations.length === 0) return [];
	if (shape === undefined && operations.length === 1) return [];
	const uses = sideOf(change, nameOf);
	return twin === undefined || twin.operations.length === 0
		? ["in ", ...uses]
		: ["in ", ...uses, " and ", ...sideOf(twin, nameOf)];
}

function sideOf(
	{ direction, operations, shape }: Change,
	nameOf: NameOf,
): Phrase {
	const names = namesOf(operations, nameOf);
	if (shape === undefined || direction === undefined) return names;
	const side = direction === "request" ? "requests" : "answers";
	return [`${side} of `, ...names];
}

/** So many operations are named; the others are counted. */
const most = 2;

function namesOf(
	operations: readonly TouchedOperation[],
	nameOf: NameOf,
): Phrase {
	const shown = operations.length > most + 1 ? most : operations.length;
	const names = listed(operations.slice(0, shown).map(nameOf));
	const more = operations.length - shown;
	return more === 0 ? names : [...names, ` and ${more} more`];
}

/** `2 breaking changes, 1 addition and 3 changes of wording`, or `no changes`. */
export function countChanges(changes: readonly Change[]): string {
	const counts = [
		count(changes, "breaking", "breaking change", "breaking changes"),
		count(changes, "addition", "addition", "additions"),
		count(changes, "wording", "change of wording", "changes of wording"),
	].filter((text) => text !== "");
	const last = counts.pop() ?? "no changes";
	return counts.length === 0 ? last : `${counts.join(", ")} and ${last}`;
}

function count(
	changes: readonly Change[],
	impact: Change["impact"],
	one: string,
	many: string,
): string {
	const { length } = changes.filter((change) => change.impact === impact);
	return length === 0 ? "" : `${length} ${length === 1 ? one : many}`;
}
