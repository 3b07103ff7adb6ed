import type { ApiModel, Operation } from "../../model/types.ts";
import type { JsonObject } from "../../text/json.ts";
import { compact } from "./compact.ts";

/** The tag of an operation: its resource's path, `magic_transit.ipsec_tunnels`. */
export function tagOf({ resource }: Operation): string | undefined {
	return resource === undefined || resource.length === 0
		? undefined
		: resource.join(".");
}

/** A tag for each resource that has operations, with what the docs say of it. */
export function tagsOf({
	resources,
	operations,
}: ApiModel): readonly JsonObject[] {
	const used = new Set(operations.flatMap((each) => tagOf(each) ?? []));
	const named = new Map(
		resources.map((resource) => [resource.path.join("."), resource]),
	);
	return [...used].map((name) => {
		const { title, description } = named.get(name) ?? {};
		return compact({ name, description, "x-docwright-title": title });
	});
}
