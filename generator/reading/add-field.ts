import { pathParameters } from "../model/path.ts";
import type {
	Parameter,
	ParameterLocation,
	PathSegment,
	Property,
} from "../model/types.ts";
import { wordsOf } from "../text/words.ts";
import type { Field } from "./field.ts";
import { bodyFromField } from "./field-body.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { optionalFields } from "./variants.ts";

/**
 * Takes a field to the parameters or to the body. Where neither section nor prose says where it goes, a name in the path
 * is a path parameter, and anything else goes where the method has it: into the body, or the query where there is none.
 */
export function addField(
	draft: OperationDraft,
	field: Field,
	section: ParameterLocation | "body" | "unsaid",
): void {
	const { method, path } = draft.endpoint;
	const inPath = pathParameter(path, field.property.name);
	const fallback = ["GET", "HEAD", "DELETE"].includes(method)
		? ("query" as const)
		: ("body" as const);
	const said = section === "unsaid" ? field.location : section;
	const { name } = field.property;
	// `/hives{?page}` says where `page` goes.
	const asked = draft.parameters.some(
		(one) => one.in === "query" && one.name === name,
	);
	const location =
		said ?? (inPath === undefined ? (asked ? "query" : fallback) : "path");
	if (said === undefined) draft.unsaid.add(field.property.name);
	if (location === "body") addBodyField(draft, field.property);
	else {
		const { condition } = draft.context;
		const { property } = field;
		const [own = property] =
			condition === undefined || location === "path"
				? []
				: optionalFields({ condition, properties: [property] });
		const parameter = parameterFrom(own, location);
		const named = location === "path" && inPath !== undefined;
		draft.parameters.push(named ? { ...parameter, name: inPath } : parameter);
	}
}

/** The path's own name for a parameter: SDK pages write `hiveID` where the path has `{hive_id}`. */
function pathParameter(
	path: readonly PathSegment[],
	name: string,
): string | undefined {
	const names = pathParameters(path);
	const words = wordsOf(name).join(" ");
	return names.includes(name)
		? name
		: names.find((one) => words !== "" && wordsOf(one).join(" ") === words);
}

/** A field called `body` of no particular shape is the whole body, not a property of it. */
function addBodyField(draft: OperationDraft, property: Property): void {
	const { name, shape } = property;
	const plain =
		shape.kind === "unknown" ||
		(shape.kind === "object" && shape.properties.length === 0);
	if (name !== "body" || !(plain || shape.kind === "array")) {
		const { condition, bases } = draft.context;
		for (const one of bases) draft.bodyBases.add(one);
		if (condition === undefined) draft.bodyFields.push(property);
		else draft.bodyVariants.push({ condition, properties: [property] });
		return;
	}
	draft.body = bodyFromField(property);
}

function parameterFrom(
	{ readOnly: _, ...property }: Property,
	location: ParameterLocation,
): Parameter {
	const required = location === "path" ? { required: true } : {};
	return { ...property, in: location, ...required };
}
