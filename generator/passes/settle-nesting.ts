import type { Operation } from "../model/types.ts";
import { isStated } from "./settle-names.ts";

/**
 * A method and a resource under one name cannot both be members of their parent: `hives.scan()` beside
 * `hives.scan.results.list()` becomes a method of that resource, called after what its HTTP method does.
 */
export function settleNesting(
	operations: readonly Operation[],
): readonly Operation[] {
	const resources = new Set(
		operations.flatMap(({ resource = [] }) =>
			resource.map((_, index) => resource.slice(0, index + 1).join(".")),
		),
	);
	let moved = false;
	const settled = operations.map((operation): Operation => {
		const { resource = [], name = "" } = operation;
		const own = [...resource, name];
		if (!resources.has(own.join(".")) || isStated(operation)) return operation;
		moved = true;
		return { ...operation, resource: own, name: plainName(operation) };
	});
	// A method that moves makes a resource of its name, where another method may have had it.
	return moved ? settleNesting(settled) : settled;
}

function plainName({ method, name }: Operation): string {
	const names: Readonly<Record<string, string>> = {
		GET: "get",
		POST: "create",
		PUT: "update",
		PATCH: "edit",
		DELETE: "delete",
	};
	const plain = names[method] ?? method.toLowerCase();
	return plain === name ? method.toLowerCase() : plain;
}
