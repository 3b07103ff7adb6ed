import { callOf } from "../call.ts";
import type { ApiModel, Operation } from "../types.ts";
import { compareApis } from "./api.ts";
import type { Change, TouchedOperation } from "./change.ts";
import { type Owner, placesOf, type Report, theOperation } from "./finding.ts";
import { foldFindings, type OwnedFinding } from "./fold.ts";
import { type Methods, matchOperations, routeOf } from "./match-operations.ts";
import { compareNamedShapes } from "./named-shapes.ts";
import { compareOperations } from "./operation.ts";
import { phrase } from "./phrase.ts";
import { createShapeComparison } from "./shapes.ts";

/** What differs between two models for those who use the API, breaking changes first, each in the order of the docs. */
export function diffModels(
	before: ApiModel,
	after: ApiModel,
	methods: Methods,
): readonly Change[] {
	const models = { before, after };
	const findings: OwnedFinding[] = [];
	const report: Report = (owner, finding) =>
		findings.push({ ...finding, owner });
	const operations = new Map<Owner, TouchedOperation>();
	const comparison = createShapeComparison(models, report);
	const { compare } = comparison;
	compareApis(models, report, compare);
	const matched = matchOperations(models, methods);
	const asks = {
		before: before.security.length > 0,
		after: after.security.length > 0,
	};
	const add = (operation: Operation, method: string) => {
		const owner = `${operations.size + 1}`;
		operations.set(owner, { id: operation.id, method });
		return owner;
	};
	for (const pair of matched.pairs) {
		const owner = add(pair.after, methods.after(pair.after));
		compareNames(pair, methods, owner, report);
		const calls = {
			before: callOf(before, pair.before),
			after: callOf(after, pair.after),
		};
		const whole = { ...pair, models, owner, calls };
		compareOperations(whole, asks, report, compare);
	}
	for (const operation of matched.added)
		report(add(operation, methods.after(operation)), {
			rule: "operation-added",
			part: theOperation,
			after: phrase`${`client.${methods.after(operation)}()`}`,
			place: placesOf(undefined, operation.origins),
		});
	for (const operation of matched.removed)
		report(add(operation, methods.before(operation)), {
			rule: "operation-removed",
			part: theOperation,
			before: phrase`${`client.${methods.before(operation)}()`}`,
			place: placesOf(operation.origins, undefined),
		});
	compareNamedShapes(models, matched, comparison, report);
	return foldFindings(findings, operations, comparison);
}

function compareNames(
	{ before, after }: { readonly before: Operation; readonly after: Operation },
	methods: Methods,
	owner: Owner,
	report: Report,
): void {
	const place = placesOf(before.origins, after.origins);
	if (routeOf(before) !== routeOf(after))
		report(owner, {
			rule: "operation-moved",
			part: theOperation,
			before: phrase`${before.id}`,
			after: phrase`${after.id}`,
			place,
		});
	const [a, b] = [methods.before(before), methods.after(after)];
	if (a !== b)
		report(owner, {
			rule: "method-renamed",
			part: theOperation,
			before: phrase`${`client.${a}()`}`,
			after: phrase`${`client.${b}()`}`,
			place: placesOf(
				before.nameOrigins ?? before.origins,
				after.nameOrigins ?? after.origins,
				"name",
			),
		});
}
