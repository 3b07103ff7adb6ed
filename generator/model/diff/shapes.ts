import { nameOfShape } from "../name-of-shape.ts";
import { namedShape, resolve } from "../resolve.ts";
import type {
	ApiModel,
	NamedShape,
	NumberShape,
	Shape,
	StringShape,
} from "../types.ts";
import { accepts, compareLimits } from "./accepts.ts";
import type { Direction } from "./change.ts";
import { compareDescriptions } from "./common-facts.ts";
import { compareFields } from "./fields.ts";
import { type Owner, placesOf, type Report } from "./finding.ts";
import { matchMembers } from "./match-members.ts";
import { listed, phrase } from "./phrase.ts";
import type { RuleName, SidedRule } from "./rules.ts";
import { partOf, type ShapePair } from "./shape-pair.ts";

/** The models that are compared. */
export interface Models {
	readonly before: ApiModel;
	readonly after: ApiModel;
}

/** Two named shapes of which one stands where the other stood. */
export interface NamedPair {
	readonly before: NamedShape;
	readonly after: NamedShape;
	readonly direction: Direction;
}

/** What was met while shapes were compared. */
export interface ShapeComparison {
	readonly compare: (pair: ShapePair) => void;
	/** The pairs that were met, by the keys that their findings belong to. */
	readonly named: ReadonlyMap<Owner, NamedPair>;
	/** For each pair, what refers to it. */
	readonly users: ReadonlyMap<Owner, ReadonlySet<Owner>>;
	/** Has two named shapes compared, whoever refers to them. */
	readonly visit: (pair: NamedPair, user?: Owner) => void;
}

/**
 * Compares shapes. References are not looked through in place: two named shapes are compared once for each direction, and
 * who refers to them is kept, so that it ends and that a change is told once. It does not recurse, so depth is no matter.
 */
export function createShapeComparison(
	models: Models,
	report: Report,
): ShapeComparison {
	const named = new Map<Owner, NamedPair>();
	const users = new Map<Owner, Set<Owner>>();
	const left: ShapePair[] = [];
	let running = false;

	function visit(pair: NamedPair, user?: Owner): void {
		const key = JSON.stringify([
			pair.before.name,
			pair.after.name,
			pair.direction,
		]);
		const own = users.get(key) ?? new Set();
		users.set(key, own);
		if (user !== undefined) own.add(user);
		if (named.has(key)) return;
		named.set(key, pair);
		const { before, after, direction } = pair;
		const part = phrase`type ${after.name}`;
		compareDescriptions(before, after, { owner: key, part }, report);
		compare({
			before: before.shape,
			after: after.shape,
			root:
				before.name === after.name
					? phrase`${after.name}`
					: phrase`${after.name} (before: ${before.name})`,
			path: [],
			direction,
			origins: { before: before.origins, after: after.origins },
			owner: key,
		});
	}

	function compare(pair: ShapePair): void {
		left.push(pair);
		if (running) return;
		running = true;
		for (let next = left.pop(); next !== undefined; next = left.pop())
			compareOne(next);
		running = false;
	}

	function compareOne(pair: ShapePair): void {
		const { before, after, direction, owner } = pair;
		if (before.kind === "reference" && after.kind === "reference") {
			visit(
				{
					before: namedShape(models.before, before.name),
					after: namedShape(models.after, after.name),
					direction,
				},
				owner,
			);
			return;
		}
		const a = resolve(models.before, before);
		const b = resolve(models.after, after);
		if (a.kind === "object" && b.kind === "object")
			compareFields(a, b, pair, report, compare);
		else if (a.kind === "array" && b.kind === "array")
			compare(within(pair, "[]", a.items, b.items));
		else if (a.kind === "record" && b.kind === "record")
			compare(within(pair, "{}", a.values, b.values));
		else if (a.kind === "string" && b.kind === "string")
			compareScalars(pair, a, b);
		else if (a.kind === "number" && b.kind === "number")
			compareScalars(pair, a, b);
		else compareMembers(pair);
	}

	function compareScalars(pair: ShapePair, a: Scalar, b: Scalar): void {
		const [lost, gained] = [!accepts(b, a), !accepts(a, b)];
		if (lost || gained) {
			tellType(pair, lost, gained);
			return;
		}
		const { tighter, looser } = compareLimits(a, b);
		// What is both is told once, as what it breaks.
		const sent = pair.direction === "request";
		if (tighter && (sent || !looser)) tell(pair, "limit-tightened");
		if (looser && (!sent || !tighter)) tell(pair, "limit-loosened");
	}

	function compareMembers(pair: ShapePair): void {
		const { pairs, lost, gained } = matchMembers(
			models,
			pair.before,
			pair.after,
		);
		for (const [before, after] of pairs) {
			const inner = { ...pair, before, after };
			if (isSameScalar(before, after)) continue;
			compare(inner);
		}
		const all = [...lost, ...gained];
		if (all.length === 0) return;
		if (all.every(({ kind }) => kind === "literal")) {
			tellMembers(pair, "value-removed", lost);
			tellMembers(pair, "value-added", gained);
		} else if (pairs.length > 0 && all.every(isVariant)) {
			tellMembers(pair, "variant-removed", lost);
			tellMembers(pair, "variant-added", gained);
		} else tellType(pair, lost.length > 0, gained.length > 0);
	}

	function tellType(pair: ShapePair, lost: boolean, gained: boolean): void {
		if (lost && gained) tell(pair, "type-changed");
		else tell(pair, lost ? "type-narrowed" : "type-widened");
	}

	function tell(pair: ShapePair, rule: SidedRule): void {
		report(pair.owner, {
			...found(pair, `${pair.direction}-${rule}`),
			before: phrase`${nameOfShape(pair.before)}`,
			after: phrase`${nameOfShape(pair.after)}`,
		});
	}

	function tellMembers(
		pair: ShapePair,
		rule: SidedRule,
		members: readonly Shape[],
	): void {
		if (members.length === 0) return;
		report(pair.owner, {
			...found(pair, `${pair.direction}-${rule}`),
			detail: listed(members.map(nameOfShape)),
			before: phrase`${nameOfShape(pair.before)}`,
			after: phrase`${nameOfShape(pair.after)}`,
		});
	}

	return { compare, named, users, visit };
}

type Scalar = StringShape | NumberShape;

/** The pair's part and place, under a rule. */
function found(pair: ShapePair, rule: RuleName) {
	const { origins, direction } = pair;
	return {
		rule,
		part: partOf(pair),
		direction,
		place: placesOf(origins.before, origins.after, "type"),
	};
}

function within(
	pair: ShapePair,
	step: string,
	before: Shape,
	after: Shape,
): ShapePair {
	return { ...pair, before, after, path: [...pair.path, step] };
}

function isSameScalar(before: Shape, after: Shape): boolean {
	return (
		before.kind === after.kind &&
		["null", "boolean", "unknown", "literal"].includes(before.kind)
	);
}

function isVariant({ kind }: Shape): boolean {
	return kind === "object" || kind === "reference";
}
