import type { Element } from "./node.ts";

/** What the attributes of a component say of an endpoint: `<Endpoint method="GET" path="/beds">`. */
export interface EndpointFacts {
	readonly line: string;
	readonly title?: string;
}

/** What they say of a field: `<ParamField query="limit" type="integer" required>`. */
export interface FieldFacts {
	readonly name: string;
	readonly type?: string;
	readonly required?: boolean;
	readonly default?: string;
	/** `path`, `query`, `header`, `cookie`, `body`, or `response`. */
	readonly place?: string;
	readonly deprecated?: boolean;
	readonly description?: string;
}

const verbs = /^(?:get|put|post|delete|patch|head|options)$/i;

/** Reads a method and a path from attributes, whatever the component is called. */
export function endpointOf({ tag }: Element): EndpointFacts | undefined {
	const { attributes } = tag;
	const method = attributes.get("method") ?? attributes.get("verb") ?? "";
	const path = first(attributes, [
		"path",
		"url",
		"endpoint",
		"route",
		"uri",
		"href",
	]);
	if (!verbs.test(method) || path === undefined) return undefined;
	const host =
		first(attributes, ["host", "baseurl", "base-url", "base_url", "server"]) ??
		"";
	const whole = /^https?:/.test(path)
		? path
		: `${/^https?:/.test(host) ? host.replace(/\/+$/, "") : ""}${path.startsWith("/") ? "" : "/"}${path}`;
	if (/[\s`]/.test(whole)) return undefined;
	const title = first(attributes, ["summary", "title", "name"]);
	return {
		line: `${method.toUpperCase()} ${whole}`,
		...(title !== undefined && { title }),
	};
}

const places: ReadonlyMap<string, string> = new Map([
	["path", "path"],
	["query", "query"],
	["header", "header"],
	["cookie", "cookie"],
	["body", "body"],
	["form", "body"],
	["formdata", "body"],
	["url", "path"],
]);

/** Reads a field from attributes: a name, and a type, a place or a mark. */
export function fieldOf({ tag }: Element): FieldFacts | undefined {
	const { attributes, name: component } = tag;
	const words = component.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
	const about = /param|field|prop|attribute|header|argument|\barg\b/.test(
		words,
	);
	const given = [...places.keys()].find(
		(key) => isName(attributes.get(key)) && about,
	);
	const name =
		given === undefined ? attributes.get("name") : attributes.get(given);
	if (!isName(name) || name === undefined) return undefined;
	const type = first(attributes, ["type", "data-type", "schema"]);
	const stated = first(attributes, [
		"in",
		"location",
		"paramtype",
		"param-type",
	]);
	const required = requiredBy(attributes);
	const tells =
		type !== undefined || stated !== undefined || required !== undefined;
	if (given === undefined && !(about ? true : tells && type !== undefined))
		return undefined;
	const spoken = /\b(path|query|header|cookie|body)\b/.exec(words)?.[1];
	const answer = /\b(?:response|return|output|result)/.test(words);
	const place =
		(stated &&
			(places.get(stated.toLowerCase().replace(/[^a-z]/g, "")) ?? stated)) ??
		(given && places.get(given)) ??
		spoken ??
		(answer ? "response" : undefined);
	const value = first(attributes, [
		"default",
		"defaultvalue",
		"default-value",
		"initialvalue",
	]);
	const description = first(attributes, ["description", "desc"]);
	const deprecated = isTrue(attributes.get("deprecated"));
	return {
		name,
		...(type !== undefined && { type }),
		...(required !== undefined && { required }),
		...(value !== undefined && { default: value }),
		...(place !== undefined && { place }),
		...(deprecated === true && { deprecated }),
		...(description !== undefined && { description }),
	};
}

function isName(text: string | undefined): boolean {
	return text !== undefined && /^[\w$@.[\]:-]{1,80}$/.test(text);
}

function first(
	attributes: ReadonlyMap<string, string>,
	names: readonly string[],
): string | undefined {
	const found = names.map((name) => attributes.get(name)?.trim());
	return found.find((value) => value !== undefined && value !== "");
}

function requiredBy(
	attributes: ReadonlyMap<string, string>,
): boolean | undefined {
	const required = isTrue(attributes.get("required"));
	if (required !== undefined) return required;
	const optional = isTrue(attributes.get("optional"));
	return optional === undefined ? undefined : !optional;
}

function isTrue(value: string | undefined): boolean | undefined {
	if (value === undefined) return undefined;
	return !/^(?:false|no|0|null|undefined)$/i.test(value.trim());
}

/** The words that open what is in a component: its title, its status, or what its name says that it holds. */
export function labelOf({ tag }: Element): string | undefined {
	const { attributes, name } = tag;
	const status = first(attributes, [
		"status",
		"statuscode",
		"status-code",
		"httpcode",
		"http_code",
		"code",
	]);
	if (status !== undefined && /^[1-5](?:\d\d|XX)\b/i.test(status)) {
		const words = first(attributes, ["description", "title"]) ?? "";
		return `${status} ${words}`.trim();
	}
	const title = first(attributes, ["title", "label", "summary", "heading"]);
	if (title !== undefined)
		return /^[^*`\n]{1,100}$/.test(title) ? title : undefined;
	const words = name
		.replace(/([a-z])([A-Z])/g, "$1 $2")
		.replace(/[-_]+/g, " ")
		.toLowerCase();
	const held =
		/(?:^|\s)((?:path|query|header|cookie|body|form|form data|url|request|response) (?:parameters|params|headers|body|examples?|samples?|fields)|headers|responses?)$/.exec(
			words,
		)?.[1];
	return held === undefined
		? undefined
		: (held[0] ?? "").toUpperCase() + held.slice(1);
}
