import { typeText } from "./type-text.ts";
import type {
	ApiModel,
	Operation,
	Origins,
	Pagination,
	Parameter,
	Response,
	Shape,
} from "./types.ts";

/** A part of an operation, a shape or the API with where it is known from, in the order in which a person reads them. */
export interface OutlineRow {
	readonly depth: number;
	readonly label: string;
	readonly type?: string;
	readonly required?: boolean | undefined;
	readonly notes?: string | undefined;
	readonly text?: string | undefined;
	/** The wire name, where it is that of a parameter, a header or a property. */
	readonly name?: string;
	/** What its values look like, where it has any. */
	readonly shape?: Shape | undefined;
	readonly origins: Origins;
}

/** All that the model knows of an operation. */
export function outlineOperation(operation: Operation): readonly OutlineRow[] {
	const { nameOrigins, permissions, authentication, body, envelope } =
		operation;
	return [
		{
			depth: 0,
			label: "operation",
			type: operation.id,
			text: operation.description,
			origins: operation.origins,
		},
		...(nameOrigins === undefined
			? []
			: [
					{
						depth: 0,
						label: "name",
						type: [...(operation.resource ?? []), operation.name ?? ""].join(
							".",
						),
						origins: nameOrigins,
					},
				]),
		...(operation.servers ?? []).map(({ url, origins }) => ({
			depth: 0,
			label: "server",
			type: url,
			origins,
		})),
		...(permissions === undefined
			? []
			: [
					{
						depth: 0,
						label: "permissions",
						type: permissions.names.join(", "),
						notes: permissions.names.length > 1 ? permissions.need : undefined,
						origins: permissions.origins,
					},
				]),
		...(authentication === undefined
			? []
			: [
					{
						depth: 0,
						label: "authentication",
						type: authentication.required ? "needed" : "none",
						origins: authentication.origins,
					},
				]),
		...operation.parameters.flatMap(outlineParameter),
		...(body === undefined
			? []
			: [
					{
						depth: 0,
						label: "request body",
						type: `${typeText(body.shape)}, ${body.mediaType}`,
						required: body.required,
						shape: body.shape,
						notes: body.suggested === true ? "suggested only" : undefined,
						text: body.description,
						origins: body.origins,
					},
					...inside(body.shape, 1),
				]),
		...operation.responses.flatMap(outlineResponse),
		...(envelope === undefined
			? []
			: [
					{
						depth: 0,
						label: "envelope",
						type: `data in ${envelope.data}`,
						origins: envelope.origins,
					},
					...inside(envelope.shape, 1),
				]),
		...outlinePagination(operation.pagination),
		...operation.examples.map(({ on, status, mediaType, origins }) => ({
			depth: 0,
			label: `example of the ${on}${status === undefined ? "" : ` ${status}`}`,
			type: mediaType,
			origins,
		})),
	];
}

/** All that the model knows of a shape with a name. */
export function outlineShape({
	shape,
	description,
	origins,
}: ApiModel["shapes"][number]): readonly OutlineRow[] {
	return [
		{
			depth: 0,
			label: "shape",
			type: typeText(shape),
			text: description,
			shape,
			origins,
		},
		...inside(shape, 0),
	];
}

/** What the model knows of the API as a whole. */
export function outlineApi(model: ApiModel): readonly OutlineRow[] {
	return [
		...model.servers.map(({ url, origins }) => ({
			depth: 0,
			label: "server",
			type: url,
			origins,
		})),
		...model.security.flatMap(
			({ title, description, credentials, origins }) => [
				{
					depth: 0,
					label: "way to authenticate",
					type: title,
					text: description,
					origins,
				},
				...credentials.map((credential) => ({
					depth: 1,
					label: credential.name,
					type: `${credential.kind} in ${credential.in} ${credential.parameter}`,
					text: credential.description,
					origins: credential.origins,
				})),
			],
		),
		...model.resources.map(({ path, title, description, origins }) => ({
			depth: 0,
			label: "resource",
			type: path.join("."),
			text: description ?? title,
			origins,
		})),
		...(model.errors ?? []).flatMap(outlineResponse),
		...(model.notes ?? []).map(({ title, text, origins }) => ({
			depth: 0,
			label: "note",
			type: title,
			text,
			origins,
		})),
	];
}

function outlineParameter(parameter: Parameter): readonly OutlineRow[] {
	const {
		name,
		in: location,
		shape,
		required,
		description,
		origins,
	} = parameter;
	return [
		{
			depth: 0,
			label: `${location} parameter ${name}`,
			name,
			shape,
			type: typeText(shape),
			required,
			notes: notesOf(parameter),
			text: description,
			origins,
		},
		...inside(shape, 1),
	];
}

function outlineResponse(response: Response): readonly OutlineRow[] {
	const { status, description, mediaType, shape, headers, origins } = response;
	const type = [shape && typeText(shape), mediaType]
		.filter((part) => part !== undefined)
		.join(", ");
	return [
		{
			depth: 0,
			label: `response ${status}`,
			type: type === "" ? "no body" : type,
			shape,
			notes: response.enveloped === true ? "in the envelope" : undefined,
			text: description,
			origins,
		},
		...(headers ?? []).map((header) => ({
			depth: 1,
			label: `header ${header.name}`,
			name: header.name,
			shape: header.shape,
			type: typeText(header.shape),
			required: header.required,
			text: header.description,
			origins: header.origins,
		})),
		...(shape === undefined ? [] : inside(shape, 1)),
	];
}

function outlinePagination(
	pagination: Pagination | undefined,
): readonly OutlineRow[] {
	if (pagination === undefined) return [];
	const { kind, parameter, origins } = pagination;
	const by = parameter === undefined ? kind : `${kind}, by ${parameter}`;
	return [{ depth: 0, label: "pages", type: by, origins }];
}

/** The properties within a shape, at any depth. References are not followed; it does not recurse, so depth is no matter. */
function inside(root: Shape, depth: number): readonly OutlineRow[] {
	const rows: OutlineRow[] = [];
	const left: (OutlineRow | { readonly at: number; readonly shape: Shape })[] =
		[{ at: depth, shape: root }];
	for (let next = left.pop(); next !== undefined; next = left.pop()) {
		if ("label" in next) {
			rows.push(next);
			continue;
		}
		const { at, shape } = next;
		if (shape.kind === "array") left.push({ at, shape: shape.items });
		if (shape.kind === "record") left.push({ at, shape: shape.values });
		if (shape.kind === "union")
			left.push(
				...shape.members.map((one) => ({ at, shape: one })).toReversed(),
			);
		if (shape.kind !== "object") continue;
		for (const property of shape.properties.toReversed())
			left.push(
				{ at: at + 1, shape: property.shape },
				{
					depth: at,
					label: property.name,
					name: property.name,
					shape: property.shape,
					type: typeText(property.shape),
					required: property.required,
					notes: notesOf(property),
					text: property.description,
					origins: property.origins,
				},
			);
	}
	return rows;
}

function notesOf(
	part: Partial<Pick<Parameter, "default" | "deprecated">> & {
		readonly readOnly?: boolean;
	},
): string | undefined {
	const notes = [
		...(part.default === undefined
			? []
			: [`default ${JSON.stringify(part.default)}`]),
		...(part.deprecated === true ? ["deprecated"] : []),
		...(part.readOnly === true ? ["only in responses"] : []),
	];
	return notes.length === 0 ? undefined : notes.join(", ");
}
