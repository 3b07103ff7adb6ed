import type { ApiModel, NamedShape, Operation, Shape } from "../types.ts";
import { shapesIn, shapesOf } from "../walk.ts";
import type { Direction } from "./change.ts";
import { placesOf, type Report, theApi } from "./finding.ts";
import type { MatchedOperations } from "./match-operations.ts";
import { phrase } from "./phrase.ts";
import type { Models, ShapeComparison } from "./shapes.ts";

const directions: readonly Direction[] = ["request", "response"];

/**
 * Compares the named shapes themselves: those that no operation led to, and the names. A name that came or went with the
 * operations that use it is told by them.
 */
export function compareNamedShapes(
	models: Models,
	matched: MatchedOperations,
	comparison: ShapeComparison,
	report: Report,
): void {
	const [olds, news] = [byName(models.before), byName(models.after)];
	const renamed = new Map<string, string>();
	for (const { before, after } of comparison.named.values()) {
		if (news.has(before.name) || olds.has(after.name)) continue;
		if (renamed.has(before.name)) continue;
		if ([...renamed.values()].includes(after.name)) continue;
		renamed.set(before.name, after.name);
		report(theApi, {
			rule: "type-renamed",
			part: phrase`type ${after.name}`,
			before: phrase`${before.name}`,
			after: phrase`${after.name}`,
			place: placesOf(before.origins, after.origins, "name"),
		});
	}
	const newNames = new Set(renamed.values());
	const gone = usedOnlyBy(models.before, matched.removed);
	const come = usedOnlyBy(models.after, matched.added);
	for (const { name, origins } of models.before.shapes)
		if (!news.has(name) && !renamed.has(name) && !gone.has(name))
			report(theApi, {
				rule: "type-removed",
				part: phrase`type ${name}`,
				place: placesOf(origins, undefined),
			});
	for (const { name, origins } of models.after.shapes)
		if (!olds.has(name) && !newNames.has(name) && !come.has(name))
			report(theApi, {
				rule: "type-added",
				part: phrase`type ${name}`,
				place: placesOf(undefined, origins),
			});
	const met = new Set(
		[...comparison.named.values()].map(({ after }) => after.name),
	);
	for (const after of models.after.shapes) {
		const before = olds.get(after.name);
		if (before === undefined || met.has(after.name)) continue;
		for (const direction of directions)
			comparison.visit({ before, after, direction });
	}
}

/** The names that these operations lead to and nothing else does. */
function usedOnlyBy(
	model: ApiModel,
	operations: readonly Operation[],
): ReadonlySet<string> {
	const some = new Set(operations);
	const others = model.operations.filter((one) => !some.has(one));
	const own = reached(model, operations);
	for (const name of reached(model, others)) own.delete(name);
	return own;
}

function reached(
	model: ApiModel,
	operations: readonly Operation[],
): Set<string> {
	const shapes = byName(model);
	const found = new Set<string>();
	const left: Shape[] = [
		...shapesOf({ ...model, operations, shapes: [], errors: [] }),
	].map(({ shape }) => shape);
	for (let shape = left.pop(); shape !== undefined; shape = left.pop())
		for (const { shape: inner } of shapesIn(shape)) {
			if (inner.kind !== "reference" || found.has(inner.name)) continue;
			found.add(inner.name);
			const named = shapes.get(inner.name);
			if (named !== undefined) left.push(named.shape);
		}
	return found;
}

function byName({ shapes }: ApiModel): ReadonlyMap<string, NamedShape> {
	return new Map(shapes.map((shape) => [shape.name, shape]));
}
