import type { Report } from "../diagnostics/reporter.ts";
import { pathParameters } from "../model/path.ts";
import type { Operation, Origins, Parameter, Shape } from "../model/types.ts";
import type { Span } from "../text/span.ts";
import { distinct } from "./distinct-fields.ts";
import { bodyOf } from "./draft-body.ts";
import { withListedFields } from "./listed-in-prose.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { withOwnedFields } from "./owned-answer.ts";
import { printPath } from "./path.ts";
import { settleNulls } from "./sample-shape.ts";
import { settlePlaces } from "./settle-places.ts";
import { withStatedMedia } from "./settled-media.ts";
import { withShown } from "./shown-parameters.ts";
import { withResponseHeaders } from "./stated-headers.ts";

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
	const { ownServers } = draft;
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
		...(ownServers.length > 0 && { servers: ownServers }),
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
