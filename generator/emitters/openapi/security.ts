import { unique } from "../../code/names.ts";
import type { ApiModel, Credential } from "../../model/types.ts";
import type { JsonObject } from "../../text/json.ts";
import { basisOf, sourceOf } from "./basis.ts";
import { compact } from "./compact.ts";

export interface Security {
	/** One for each way to authenticate, preferred ones first. */
	readonly requirements: readonly JsonObject[];
	readonly schemes: JsonObject | undefined;
}

/** Each way to authenticate as a requirement that names all its credentials. */
export function securityOf({ security }: ApiModel): Security {
	const taken = new Set<string>();
	const schemes = new Map<string, { name: string; scheme: JsonObject }>();
	const requirements = security.map(({ credentials, description }) => {
		const names = credentials.map((credential) => {
			const key = keyOf(credential);
			const known = schemes.get(key);
			if (known !== undefined) return known.name;
			const legal = credential.name.replace(/[^\w.-]+/g, "_");
			const name = unique(legal || "credential", taken);
			const { description: own = description } = credential;
			schemes.set(key, { name, scheme: schemeOf(credential, own) });
			return name;
		});
		return Object.fromEntries(names.map((name) => [name, []]));
	});
	if (schemes.size === 0) return { requirements, schemes: undefined };
	const entries = [...schemes.values()].map(
		({ name, scheme }) => [name, scheme] as const,
	);
	return { requirements, schemes: Object.fromEntries(entries) };
}

/** User and password of basic authentication are one scheme to OpenAPI. */
function keyOf({ kind, name, in: location, parameter }: Credential): string {
	return kind === "basic"
		? kind
		: JSON.stringify([kind, name, location, parameter]);
}

function schemeOf(
	{ kind, in: location, parameter, environment, origins }: Credential,
	description: string | undefined,
): JsonObject {
	const type =
		kind === "apiKey"
			? { type: "apiKey", in: location, name: parameter }
			: { type: "http", scheme: kind };
	return compact({
		...type,
		description,
		"x-docwright-environment": environment,
		...basisOf(origins),
		...sourceOf(origins),
	});
}
