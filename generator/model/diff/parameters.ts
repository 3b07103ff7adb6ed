import type { Call } from "../call.ts";
import { pathParameters } from "../path.ts";
import type { Operation, Parameter } from "../types.ts";
import {
	compareDefaults,
	compareDescriptions,
	textOf,
} from "./common-facts.ts";
import { type Owner, placesOf, type Report } from "./finding.ts";
import { type OperationPair, routeOf } from "./match-operations.ts";
import { type Phrase, phrase } from "./phrase.ts";
import type { RuleName } from "./rules.ts";
import type { ShapePair } from "./shape-pair.ts";
import type { Models } from "./shapes.ts";

/** An operation before and after, with who its findings belong to and how it is called. */
export interface OperationComparison extends OperationPair {
	readonly models: Models;
	readonly owner: Owner;
	readonly calls: { readonly before: Call; readonly after: Call };
}

/** Compares the parameters of an operation: matched by place and name, then by name alone, then by place in the path. */
export function compareParameters(
	comparison: OperationComparison,
	report: Report,
	compare: (pair: ShapePair) => void,
): void {
	const { before, after, owner } = comparison;
	const left = new Set(before.parameters);
	const take = (isIt: (old: Parameter) => boolean) => {
		const found = [...left].find(isIt);
		if (found !== undefined) left.delete(found);
		return found;
	};
	const same = new Map(
		after.parameters.map((parameter) => [
			parameter,
			take((old) => keyOf(old) === keyOf(parameter)),
		]),
	);
	const renamed = renamedInPath(before, after);
	for (const [parameter, exact] of same) {
		const old =
			exact ??
			take(({ name }) => name === parameter.name) ??
			take(
				({ name, in: location }) =>
					location === "path" &&
					parameter.in === "path" &&
					renamed.get(name) === parameter.name,
			);
		if (old !== undefined)
			compareTwo(old, parameter, comparison, report, compare);
		else
			report(owner, {
				rule:
					parameter.required === true
						? "required-parameter-added"
						: "optional-parameter-added",
				part: partOf(parameter),
				place: placesOf(undefined, parameter.origins),
			});
	}
	for (const old of left)
		report(owner, {
			rule: "parameter-removed",
			part: partOf(old),
			place: placesOf(old.origins, undefined),
		});
}

function compareTwo(
	before: Parameter,
	after: Parameter,
	{ owner, calls }: OperationComparison,
	report: Report,
	compare: (pair: ShapePair) => void,
): void {
	const part = partOf(after);
	const origins = { before: before.origins, after: after.origins };
	const place = placesOf(origins.before, origins.after);
	const tell = (rule: RuleName, values?: { before: Phrase; after: Phrase }) =>
		report(owner, { rule, part, place, ...values });
	if (before.name !== after.name) {
		const unseen =
			calls.before.positional === before && calls.after.positional === after;
		tell(unseen ? "path-parameter-renamed" : "parameter-renamed", {
			before: phrase`${before.name}`,
			after: phrase`${after.name}`,
		});
	}
	if (before.in !== after.in)
		tell("parameter-moved", { before: [before.in], after: [after.in] });
	const needs = [before, after].map(({ required }) => required === true);
	if (needs[0] !== needs[1])
		tell(needs[1] === true ? "parameter-required" : "parameter-optional", {
			before: [needs[0] === true ? "required" : "optional"],
			after: [needs[1] === true ? "required" : "optional"],
		});
	if ((before.deprecated === true) !== (after.deprecated === true))
		tell(
			after.deprecated === true ? "parameter-deprecated" : "parameter-restored",
		);
	const subject = { owner, part, direction: "request" } as const;
	compareDefaults(before, after, subject, report);
	compareDescriptions(before, after, subject, report);
	const [a, b] = [textOf(before.example), textOf(after.example)];
	if (a !== b)
		report(owner, {
			rule: "example-changed",
			part: phrase`the example of ${part}`,
			...(a !== undefined && { before: phrase`${a}` }),
			...(b !== undefined && { after: phrase`${b}` }),
			place: placesOf(origins.before, origins.after, "example"),
		});
	compare({
		before: before.shape,
		after: after.shape,
		root: part,
		path: [],
		direction: "request",
		origins,
		owner,
	});
}

/** The names of path parameters that stand in the same places of the same path, by the names they had. */
function renamedInPath(
	before: Operation,
	after: Operation,
): ReadonlyMap<string, string> {
	if (routeOf(before) !== routeOf(after)) return new Map();
	const names = pathParameters(after.path);
	return new Map(
		pathParameters(before.path).map((name, at) => [name, names[at] ?? name]),
	);
}

function keyOf({ name, in: location }: Parameter): string {
	return `${location} ${location === "header" ? name.toLowerCase() : name}`;
}

function partOf({ name, in: location }: Parameter): Phrase {
	return [`${location} parameter `, { quoted: name }];
}
