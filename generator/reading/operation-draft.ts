import type { Report } from "../diagnostics/reporter.ts";
import { encodingOf } from "../model/encoding.ts";
import { join } from "../model/join.ts";
import { pathParameters } from "../model/path.ts";
import type {
	Authentication,
	Body,
	Envelope,
	Example,
	Operation,
	Origins,
	Parameter,
	ParameterLocation,
	PathSegment,
	Permissions,
	Property,
	Response,
	SecurityScheme,
	Server,
	Shape,
} from "../model/types.ts";
import type { Span } from "../text/span.ts";
import { wordsOf } from "../text/words.ts";
import type { SdkName } from "./call-signature.ts";
import { distinct } from "./distinct-fields.ts";
import type { EndpointLine } from "./endpoint-line.ts";
import type { Field } from "./field.ts";
import { bodyFromField } from "./field-body.ts";
import { type FieldContext, openContext } from "./field-context.ts";
import { type ListedInProse, withListedFields } from "./listed-in-prose.ts";
import { type OwnedFields, withOwnedFields } from "./owned-answer.ts";
import { printPath } from "./path.ts";
import { settleNulls } from "./sample-shape.ts";
import { settlePlaces } from "./settle-places.ts";
import {
	bareBody,
	type StatedMedia,
	withStatedMedia,
} from "./settled-media.ts";
import { withShown } from "./shown-parameters.ts";
import type { ShownValue } from "./shown-value.ts";
import { type StatedHeader, withResponseHeaders } from "./stated-headers.ts";
import type { Supported } from "./supported.ts";
import { optionalFields, type Variant, withVariants } from "./variants.ts";

/** What is known of an operation while its section is read. */
export interface OperationDraft {
	readonly endpoint: EndpointLine;
	readonly description: string[];
	readonly parameters: Parameter[];
	readonly bodyFields: Property[];
	readonly responses: Response[];
	/** Headers of answers, some of which may be read before the answers that they come with. */
	readonly responseHeaders: StatedHeader[];
	readonly examples: Example[];
	readonly servers: Server[];
	readonly security: SecurityScheme[];
	/** What the docs say that it supports, which another place describes. */
	readonly supports: Supported[];
	/** Fields that the docs give to something by name, wherever it stands. */
	readonly owned: OwnedFields[];
	/** What sentences list of the answer. */
	readonly listed: ListedInProse[];
	/** What sample calls pass beside path and body. */
	readonly shown: ShownValue[];
	/** What is said of the fields that are read next. */
	readonly context: FieldContext;
	/** Fields of the body that are there under a condition. */
	readonly bodyVariants: Variant[];
	/** The types whose fields the body has, too. */
	readonly bodyBases: Set<string>;
	/** Fields of answers that are there under a condition. */
	readonly answerVariants: (Variant & { readonly status: string })[];
	body?: Body;
	/** The body as a formal description states it. */
	specBody?: Body;
	/** The operation's title where a formal description gives one; it stands in for a heading that only has the endpoint. */
	title?: string | undefined;
	deprecated?: true;
	/** How the body is sent, where the docs say so. */
	bodyMediaType?: string;
	/** Names of fields whose place no words say. */
	readonly unsaid: Set<string>;
	/** How the answer comes, where words say it. */
	answerMedia?: StatedMedia;
	/** Fields that the docs place in the path, which has no room for them. */
	readonly strangers: Property[];
	/** The docs say that the body has more fields than they list. */
	cutBody?: true;
	/** What samples show of the body, and where. */
	shownBody?: { readonly shape: Shape; readonly origins: Origins };
	/** Statuses whose answers the docs describe, beside showing them. */
	readonly describedStatuses: Set<string>;
	/** Statuses whose answers the docs write out as a template, one value or many. */
	readonly drawnStatuses: Set<string>;
	envelope?: Envelope;
	permissions?: Permissions;
	authentication?: Authentication | undefined;
	name?: SdkName;
	/** The type whose pages the operation gives, if a signature says so: what "Returns" describes is one of many. */
	page?: string;
	/** What a page has many of, until an example shows where in the page they are. */
	pageItem?: { readonly shape: Shape; readonly origins: Origins };
}

/** A draft of which only the endpoint line is known. */
export function draftOperation(endpoint: EndpointLine): OperationDraft {
	return {
		endpoint,
		description: [],
		parameters: [],
		bodyFields: [],
		responses: [],
		responseHeaders: [],
		examples: [],
		servers: [],
		security: [],
		supports: [],
		owned: [],
		listed: [],
		shown: [],
		context: openContext(),
		bodyVariants: [],
		bodyBases: new Set(),
		answerVariants: [],
		unsaid: new Set(),
		strangers: [],
		describedStatuses: new Set(),
		drawnStatuses: new Set(),
	};
}

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

/** The operation that a draft has become. */
export function finishOperation(
	draft: OperationDraft,
	head: {
		readonly summary?: string;
		readonly anchor?: string;
		readonly span: Span;
	},
	report: Report,
): Operation {
	const { endpoint, name, permissions, envelope, authentication, deprecated } =
		draft;
	settlePlaces(draft);
	const body = bodyOf(draft);
	const description = draft.description.join("\n\n");
	const { file } = endpoint.span;
	const id = `${endpoint.method} ${printPath(endpoint.path)}`;
	tellStrangers(draft, id, report);
	const origins: Origins = [
		{ span: endpoint.span, basis: "stated" },
		...(head.summary === undefined
			? []
			: [
					{
						span: head.span,
						basis: "stated" as const,
						of: ["summary" as const],
					},
				]),
	];
	return {
		id,
		method: endpoint.method,
		path: endpoint.path,
		...(name !== undefined && {
			...(name.resource.length > 0 && { resource: name.resource }),
			name: name.name,
			nameOrigins: name.origins,
		}),
		...(head.summary !== undefined && { summary: head.summary }),
		...(description !== "" && { description }),
		...(deprecated !== undefined && { deprecated }),
		...(permissions !== undefined && { permissions }),
		...(authentication !== undefined && { authentication }),
		parameters: withPathParameters(draft),
		...(body !== undefined && { body: settled(body) }),
		responses: withStatedMedia(
			withResponseHeaders(draft.responses, draft.responseHeaders),
			draft.answerMedia,
		)
			.map((one) => withOwnedFields(one, draft.owned))
			.map((one) => withListedFields(one, draft.listed))
			.map(settled),
		...(envelope !== undefined && { envelope }),
		examples: draft.examples,
		places: [
			head.anchor === undefined ? { file } : { file, anchor: head.anchor },
		],
		origins,
	};
}

function settled<T extends { readonly shape?: Shape }>(one: T): T {
	const { shape, ...others } = one;
	return shape === undefined
		? one
		: { ...one, ...others, shape: settleNulls(shape) };
}

function bodyOf(draft: OperationDraft): Body | undefined {
	const described = joinBodies(draft.specBody, describedBody(draft));
	const { shownBody: shown } = draft;
	if (shown === undefined) return described;
	if (described === undefined)
		return { mediaType: mediaTypeOf(draft), ...shown };
	const shape = join(described.shape, shown.shape, { mode: "fill" });
	return { ...described, shape: shape ?? described.shape };
}

/** What a formal description states, and what is said of it around. */
function joinBodies(
	spec: Body | undefined,
	described: Body | undefined,
): Body | undefined {
	if (spec === undefined || described === undefined) return spec ?? described;
	const shape = join(spec.shape, described.shape, { mode: "fill" });
	return { ...described, ...spec, shape: shape ?? spec.shape };
}

function describedBody(draft: OperationDraft): Body | undefined {
	const plain = plainBody(draft);
	const [variant] = draft.bodyVariants;
	const parameters = new Set(draft.parameters.map(({ name }) => name));
	const shape = withVariants(plain?.shape, draft.bodyVariants, (name) =>
		parameters.has(name),
	);
	if (variant === undefined || shape === undefined) return plain;
	if (plain !== undefined) return { ...plain, shape };
	const origins: Origins = [{ span: variant.condition.span, basis: "stated" }];
	return { mediaType: mediaTypeOf(draft), shape, origins };
}

function plainBody(draft: OperationDraft): Body | undefined {
	const [first, ...others] = distinct(draft.bodyFields, ({ name }) => name);
	if (first === undefined)
		return (
			draft.body ??
			(draft.shownBody === undefined ? bareBody(draft) : undefined)
		);
	const whole = others.length === 0 ? wholeBody(first, draft) : undefined;
	if (whole !== undefined) return whole;
	const shape: Shape = {
		kind: "object",
		properties: [first, ...others],
		...(draft.bodyBases.size > 0 && { bases: [...draft.bodyBases] }),
		...(draft.cutBody === true && { open: true }),
	};
	return {
		mediaType: mediaTypeOf(draft),
		...(draft.bodyFields.some(({ required }) => required === true) && {
			required: true,
		}),
		shape,
		origins: first.origins,
	};
}

/** The only field of the body is called that and holds others: they are those of the body, if no sample says otherwise. */
function wholeBody(
	property: Property,
	{ shownBody }: OperationDraft,
): Body | undefined {
	const { name, shape } = property;
	const holds = ["object", "array", "record"].includes(shape.kind);
	const nested =
		shownBody?.shape.kind === "object" &&
		shownBody.shape.properties.some((other) => other.name === name);
	return /^body$/i.test(name) && holds && !nested
		? bodyFromField(property)
		: undefined;
}

/** What has fields is no file, whatever else is sent beside it. */
function mediaTypeOf(draft: OperationDraft): string {
	const { bodyMediaType = json, bodyFields } = draft;
	const raw = encodingOf(bodyMediaType) === "raw";
	return raw && bodyFields.length > 0 && !/xml/.test(bodyMediaType)
		? json
		: bodyMediaType;
}

const json = "application/json";

/** A path parameter that is not in the path has nowhere to go. */
function tellStrangers(
	{ endpoint, parameters, strangers }: OperationDraft,
	operation: string,
	report: Report,
): void {
	for (const { name, origins } of strangers)
		report("path/no-such-parameter", origins[0].span, {
			operation: `\`${operation}\``,
			name: `\`${name}\``,
		});
	const inPath = pathParameters(endpoint.path);
	for (const { name, in: location, origins } of parameters)
		if (location === "path" && !inPath.includes(name))
			report("path/no-such-parameter", origins[0].span, {
				operation: `\`${operation}\``,
				name: `\`${name}\``,
			});
}

/** The path's own parameters, those that no list describes too; the path says that they are there and required. */
function withPathParameters(draft: OperationDraft): readonly Parameter[] {
	const { endpoint, parameters } = draft;
	// A path may have one parameter twice: both places get the same value.
	const inPath = new Set(pathParameters(endpoint.path));
	const known = parameters.filter(
		({ name, in: location }) => location !== "path" || inPath.has(name),
	);
	const described = new Set(
		known.filter((one) => one.in === "path").map(({ name }) => name),
	);
	const bare = [...inPath]
		.filter((name) => !described.has(name))
		.map(
			(name): Parameter => ({
				name,
				in: "path",
				required: true,
				shape: { kind: "unknown" },
				origins: [
					{
						span: endpoint.span,
						basis: "stated",
						of: ["name", "location", "required"],
					},
				],
			}),
		);
	return withShown(distinct([...bare, ...known], parameterKey), draft.shown);
}

/** Headers are the same in any case. */
function parameterKey({ in: location, name }: Parameter): string {
	return `${location} ${location === "header" ? name.toLowerCase() : name}`;
}
