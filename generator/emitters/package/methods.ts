import { memberPaths } from "../../code/member-paths.ts";
import { callOf } from "../../model/call.ts";
import type { ApiModel, Operation } from "../../model/types.ts";

/** An operation and where it is in the client: `["hives", "get"]`. */
export interface Method {
	readonly operation: Operation;
	readonly members: readonly string[];
}

/** The methods of the client, in the order of the docs. */
export function methodsOf(model: ApiModel): readonly Method[] {
	const calls = model.operations.map((operation) => callOf(model, operation));
	const paths = memberPaths(calls.map(({ path }) => path));
	return model.operations.map((operation, index) => ({
		operation,
		members: paths[index]?.members ?? [],
	}));
}
