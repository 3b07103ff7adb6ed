import type { Report } from "../diagnostics/reporter.ts";
import { pathParameters } from "../model/path.ts";
import type { Origins, Shape } from "../model/types.ts";
import { parseType } from "../notation/type.ts";
import type { Span } from "../text/span.ts";
import { wordsOf } from "../text/words.ts";
import { addField } from "./add-field.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { addResponse } from "./response-parts.ts";

/**
 * An overview has signatures alone. Their braces name what a call takes, `update(ThingUpdateParams { id, size } params)`,
 * and what it gives, `: Thing { id, size }`; of what type these are it does not say.
 */
export function readSignatureFacts(
	text: string,
	span: Span,
	draft: OperationDraft,
	report: Report,
): void {
	const origins: Origins = [{ span, basis: "stated", of: ["name"] }];
	readArguments(text, origins, draft, report);
	const type = /\)\s*(?::|->)\s*(.+)$/.exec(text)?.[1];
	const shape = type && parseType(type, origins)?.shape;
	if (!shape || !hasFields(shape)) return;
	addResponse(draft, {
		status: "200",
		mediaType: "application/json",
		shape,
		origins: [
			{ span, basis: "stated", of: ["type"] },
			{ span, basis: "assumed", of: ["status"] },
		],
	});
}

function hasFields(shape: Shape): boolean {
	return shape.kind === "array"
		? hasFields(shape.items)
		: shape.kind === "object" && shape.properties.length > 0;
}

function readArguments(
	text: string,
	origins: Origins,
	draft: OperationDraft,
	report: Report,
): void {
	const listed = /\w+Params\s*\{([^{}]*)\}/.exec(text)?.[1] ?? "";
	const names = listed
		.split(",")
		.map((name) => name.trim())
		.filter((name) => /^[A-Za-z_$][\w$.-]*$/.test(name));
	const path = pathParameters(draft.endpoint.path).map((name) =>
		wordsOf(name).join(" "),
	);
	const others = names.filter(
		(name) => !path.includes(wordsOf(name).join(" ")),
	);
	// Among names as they are on the wire, one in camel case is the language's own for something that is no such name.
	const snake = names.some((name) => /^[a-z\d]+(?:_[a-z\d]+)+$/.test(name));
	const strange = others.filter((name) => snake && /[a-z\d][A-Z]/.test(name));
	for (const name of others)
		if (!strange.includes(name))
			addField(
				draft,
				{ property: { name, shape: { kind: "unknown" }, origins } },
				"unsaid",
			);
	if (/\b\d+ more\b/.test(listed)) draft.cutBody = true;
	if (strange.length > 0)
		report("name/unknown", origins[0].span, {
			names: strange.map((name) => `\`${name}\``).join(", "),
		});
}
