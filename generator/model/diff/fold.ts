import { compareSpans, printPlace, type Span } from "../../text/span.ts";
import type { Change, ChangedPlace, TouchedOperation } from "./change.ts";
import type { Finding, Owner } from "./finding.ts";
import { printPhrase } from "./phrase.ts";
import { type Impact, rules } from "./rules.ts";
import type { ShapeComparison } from "./shapes.ts";

/** A finding and who it belongs to. */
export interface OwnedFinding extends Finding {
	readonly owner: Owner;
}

const order: readonly Impact[] = ["breaking", "addition", "wording"];

/**
 * The changes, breaking ones first: the same one of several operations is told once, with all of them, and that of a named
 * shape with the operations that lead to it.
 */
export function foldFindings(
	findings: readonly OwnedFinding[],
	operations: ReadonlyMap<Owner, TouchedOperation>,
	{ named, users }: Pick<ShapeComparison, "named" | "users">,
): readonly Change[] {
	const groups = new Map<string, OwnedFinding[]>();
	for (const finding of findings) {
		const shape = named.get(finding.owner)?.after.name;
		const { rule, part } = finding;
		const { detail = [], before = [], after = [] } = finding;
		const key = JSON.stringify([
			...[rule, shape],
			...[part, detail, before, after].map(printPhrase),
		]);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [finding]);
		else group.push(finding);
	}
	const touched = touchedBy(operations, users);
	const changes = [...groups.values()].map((group) =>
		changeOf(group, touched, operations, named),
	);
	return order.flatMap((impact) =>
		changes.filter((change) => change.impact === impact).sort(byPlace),
	);
}

/** The order of the docs as they are now, or were; what has no place is of the API as a whole and comes first. */
function byPlace(a: Change, b: Change): number {
	const [first, second] = [spanOf(a), spanOf(b)];
	if (first === undefined || second === undefined)
		return Number(first !== undefined) - Number(second !== undefined);
	return compareSpans(first, second);
}

function spanOf({ places: [place] }: Change): Span | undefined {
	return place?.after ?? place?.before;
}

function changeOf(
	group: readonly OwnedFinding[],
	touched: (owner: Owner) => ReadonlySet<Owner>,
	operations: ReadonlyMap<Owner, TouchedOperation>,
	named: ShapeComparison["named"],
): Change {
	const [first] = group;
	if (first === undefined) throw new Error("A group has a finding");
	const { rule, part, detail, before, after, direction } = first;
	const isOneWay = group.every((one) => one.direction === direction);
	const owners = new Set(group.flatMap(({ owner }) => [...touched(owner)]));
	const shape = named.get(first.owner)?.after.name;
	const { impact, says } = rules[rule];
	return {
		rule,
		impact,
		part,
		says,
		...(detail !== undefined && { detail }),
		...(before !== undefined && { before }),
		...(after !== undefined && { after }),
		...(shape !== undefined && { shape }),
		...(isOneWay && direction !== undefined && { direction }),
		operations: [...operations].flatMap(([owner, operation]) =>
			owners.has(owner) ? [operation] : [],
		),
		places: placesIn(group, operations),
	};
}

/** The operations that lead to an owner, itself if it is one. */
function touchedBy(
	operations: ReadonlyMap<Owner, TouchedOperation>,
	users: ShapeComparison["users"],
): (owner: Owner) => ReadonlySet<Owner> {
	const known = new Map<Owner, ReadonlySet<Owner>>();
	return (owner) => {
		const found = known.get(owner);
		if (found !== undefined) return found;
		const seen = new Set([owner]);
		const left = [owner];
		for (let one = left.pop(); one !== undefined; one = left.pop())
			for (const user of users.get(one) ?? [])
				if (!seen.has(user)) {
					seen.add(user);
					left.push(user);
				}
		const own = new Set([...seen].filter((one) => operations.has(one)));
		known.set(owner, own);
		return own;
	};
}

/** Each place once, with the operations that it is said of. */
function placesIn(
	group: readonly OwnedFinding[],
	operations: ReadonlyMap<Owner, TouchedOperation>,
): Change["places"] {
	const found = new Map<string, { place: ChangedPlace; ids: string[] }>();
	for (const { place, owner } of group) {
		const { before, after } = place;
		const key = [before, after]
			.map((span) => (span === undefined ? "" : printPlace(span)))
			.join(" ");
		const one = found.get(key) ?? { place, ids: [] };
		found.set(key, one);
		const operation = operations.get(owner);
		if (operation !== undefined) one.ids.push(operation.id);
	}
	return [...found.values()].map(({ place, ids }) =>
		ids.length === 0 ? place : { ...place, operations: ids },
	);
}
