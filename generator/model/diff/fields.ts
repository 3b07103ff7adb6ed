import type { ObjectShape, Property } from "../types.ts";
import { compareDefaults, compareDescriptions } from "./common-facts.ts";
import { placesOf, type Report } from "./finding.ts";
import type { RuleName } from "./rules.ts";
import { partOf, type ShapePair } from "./shape-pair.ts";

/** Compares two objects field by field; what only answers have is no part of what is sent. */
export function compareFields(
	before: ObjectShape,
	after: ObjectShape,
	pair: ShapePair,
	report: Report,
	compare: (pair: ShapePair) => void,
): void {
	const { direction } = pair;
	const [olds, news] = [before, after].map(({ properties }) =>
		fieldsIn(properties, direction === "request"),
	);
	const names = new Set([...(olds?.keys() ?? []), ...(news?.keys() ?? [])]);
	for (const name of names)
		compareField(olds?.get(name), news?.get(name), pair, report, compare);
	if ((before.open === true) !== (after.open === true))
		report(pair.owner, {
			rule: `${direction}-fields-${after.open === true ? "opened" : "closed"}`,
			part: partOf(pair),
			direction,
			place: placesOf(pair.origins.before, pair.origins.after),
		});
}

function fieldsIn(properties: readonly Property[], sent: boolean) {
	return new Map(
		properties
			.filter(({ readOnly }) => !(sent && readOnly === true))
			.map((property) => [property.name, property]),
	);
}

function compareField(
	before: Property | undefined,
	after: Property | undefined,
	pair: ShapePair,
	report: Report,
	compare: (pair: ShapePair) => void,
): void {
	const { direction, root, owner } = pair;
	const field = after ?? before;
	if (field === undefined) return;
	const path = [...pair.path, field.name];
	const part = partOf({ root, path });
	const place = placesOf(before?.origins, after?.origins);
	const tell = (rule: RuleName) =>
		report(owner, { rule, part, direction, place });
	if (before === undefined || after === undefined) {
		tell(after === undefined ? `${direction}-field-removed` : added(after));
		return;
	}
	const needs = [before, after].map(({ required }) => required === true);
	if (needs[0] !== needs[1])
		report(owner, {
			rule: `${direction}-field-${needs[1] === true ? "required" : "optional"}`,
			part,
			direction,
			before: [needs[0] === true ? "required" : "optional"],
			after: [needs[1] === true ? "required" : "optional"],
			place: placesOf(before.origins, after.origins, "required"),
		});
	if ((before.deprecated === true) !== (after.deprecated === true))
		tell(after.deprecated === true ? "field-deprecated" : "field-restored");
	compareDefaults(before, after, { owner, part, direction }, report);
	compareDescriptions(before, after, { owner, part }, report);
	compare({
		...pair,
		before: before.shape,
		after: after.shape,
		path,
		origins: { before: before.origins, after: after.origins },
	});

	function added({ required }: Property): RuleName {
		if (direction === "response") return "response-field-added";
		return required === true
			? "request-required-field-added"
			: "request-field-added";
	}
}
