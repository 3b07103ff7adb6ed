import { memberPaths } from "../code/member-paths.ts";
import { callOf } from "../model/call.ts";
import type { Change } from "../model/diff/change.ts";
import { diffModels } from "../model/diff/diff-models.ts";
import { redactModel } from "../model/redact.ts";
import type { ApiModel, Operation } from "../model/types.ts";

/**
 * What differs between two models for those who use the API and its client. What looks like a live secret is replaced in
 * both first, as it is in all outputs.
 */
export function compareModels(
	before: ApiModel,
	after: ApiModel,
): readonly Change[] {
	const [old, now] = [redactModel(before).model, redactModel(after).model];
	return diffModels(old, now, {
		before: methodsOf(old),
		after: methodsOf(now),
	});
}

/** What operations are called in the client: `hives.get`. */
function methodsOf(model: ApiModel): (operation: Operation) => string {
	const { operations } = model;
	const paths = memberPaths(operations.map((one) => callOf(model, one).path));
	const names = new Map(
		operations.map((operation, at) => [
			operation,
			paths[at]?.members.join(".") ?? "",
		]),
	);
	return (operation) => names.get(operation) ?? "";
}
