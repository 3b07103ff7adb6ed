import { unique } from "../../code/names.ts";
import type {
	ApiModel,
	Credential,
	OAuth,
	Operation,
} from "../../model/types.ts";
import type { JsonObject } from "../../text/json.ts";
import { basisOf, sourceOf } from "./basis.ts";
import { compact } from "./compact.ts";

export interface Security {
	/** One for each way to authenticate, preferred ones first. */
	readonly requirements: readonly JsonObject[];
	readonly schemes: JsonObject | undefined;
	/** What an operation needs, where that is not what all of the API needs. */
	readonly ofOperation: (
		operation: Operation,
	) => readonly JsonObject[] | undefined;
}

/** Each way to authenticate as a requirement that names all its credentials. */
export function securityOf(model: ApiModel): Security {
	const { security } = model;
	const taken = new Set<string>();
	const schemes = new Map<string, { name: string; scheme: JsonObject }>();
	const requirements = security.map(({ credentials, description, oauth }) => {
		const names = credentials.map((credential) => {
			const key = keyOf(credential);
			const known = schemes.get(key);
			if (known !== undefined) return known.name;
			const legal = credential.name.replace(/[^\w.-]+/g, "_");
			const name = unique(legal || "credential", taken);
			const { description: own = description } = credential;
			schemes.set(key, { name, scheme: schemeOf(credential, own, oauth) });
			return name;
		});
		return Object.fromEntries(names.map((name) => [name, []]));
	});
	const ofOperation = (operation: Operation) =>
		operationNeeds(operation, model, requirements);
	if (schemes.size === 0)
		return { requirements, schemes: undefined, ofOperation };
	const entries = [...schemes.values()].map(
		({ name, scheme }) => [name, scheme] as const,
	);
	return {
		requirements,
		schemes: Object.fromEntries(entries),
		ofOperation,
	};
}

/** Nothing for what is open to everyone; the scopes that it needs, where they are scopes of OAuth 2 that the docs list. */
function operationNeeds(
	{ authentication, permissions }: Operation,
	{ security }: ApiModel,
	requirements: readonly JsonObject[],
): readonly JsonObject[] | undefined {
	if (authentication?.required === false) return [];
	const { names = [], need } = permissions ?? {};
	const scoped = security.map(({ oauth }) => {
		const listed = new Set(oauth?.scopes.map(({ name }) => name));
		return names.length > 0 && names.every((name) => listed.has(name));
	});
	if (!scoped.includes(true)) return undefined;
	const sets = need === "all" ? [names] : names.map((name) => [name]);
	return requirements.flatMap((requirement, index) => {
		const [key] = Object.keys(requirement);
		return scoped[index] === true && key !== undefined
			? sets.map((scopes) => ({ ...requirement, [key]: scopes }))
			: [requirement];
	});
}

/** User and password of basic authentication are one scheme to OpenAPI. */
function keyOf({
	kind,
	name,
	in: location,
	parameter,
	prefix,
}: Credential): string {
	return kind === "basic"
		? kind
		: JSON.stringify([kind, name, location, parameter, prefix]);
}

function schemeOf(
	credential: Credential,
	description: string | undefined,
	oauth: OAuth | undefined,
): JsonObject {
	const { environment, prefix, origins } = credential;
	return compact({
		...typeOf(credential, oauth),
		description,
		"x-docwright-prefix": prefix,
		"x-docwright-environment": environment,
		...basisOf(origins),
		...sourceOf(origins),
	});
}

function typeOf(
	{ kind, in: location, parameter, prefix }: Credential,
	oauth: OAuth | undefined,
): JsonObject {
	const flows = oauth && flowsOf(oauth);
	if (flows !== undefined) return { type: "oauth2", flows };
	if (kind !== "apiKey") return { type: "http", scheme: kind };
	const [, scheme] = /^([\w-]+) $/.exec(prefix ?? "") ?? [];
	return location === "header" &&
		parameter.toLowerCase() === "authorization" &&
		scheme !== undefined
		? { type: "http", scheme }
		: { type: "apiKey", in: location, name: parameter };
}

/** The flow that the known URLs are enough for. */
function flowsOf({
	authorizationUrl,
	tokenUrl,
	scopes: listed,
}: OAuth): JsonObject | undefined {
	const scopes = Object.fromEntries(
		listed.map(({ name, description = "" }) => [name, description]),
	);
	if (authorizationUrl !== undefined)
		return tokenUrl === undefined
			? { implicit: { authorizationUrl, scopes } }
			: { authorizationCode: { authorizationUrl, tokenUrl, scopes } };
	return tokenUrl === undefined
		? undefined
		: { clientCredentials: { tokenUrl, scopes } };
}
