import { join } from "../model/join.ts";
import type { Origins } from "../model/types.ts";
import type { Span } from "../text/span.ts";
import type { CurlCommand } from "./curl.ts";
import {
	type FormPairs,
	formPairs,
	partPairs,
	shapeOfForm,
	valueOfForm,
} from "./form-sample.ts";
import type { OperationDraft } from "./operation-draft.ts";

/**
 * Takes the body of a sample call where it is no JSON: a form, with parts or without, or a file. True where it was one of
 * these.
 */
export function takeOtherBody(
	{ data, parts, file, headers }: CurlCommand,
	draft: OperationDraft,
	span: Span,
): boolean {
	if (["GET", "HEAD"].includes(draft.endpoint.method)) return false;
	const type = contentType(headers);
	if (parts !== undefined) {
		takeForm(partPairs(parts), "multipart/form-data", draft, span);
		return true;
	}
	if (file === true) {
		if (type !== undefined && /json/.test(type)) return true;
		const origins: Origins = [{ span, basis: "inferred" }];
		draft.bodyMediaType ??= type ?? "application/octet-stream";
		draft.shownBody ??= {
			shape: { kind: "string", format: "binary" },
			origins,
		};
		return true;
	}
	if (data === undefined || /^\s*[[{]/.test(data)) return false;
	return takeFormText(data, type, draft, span);
}

/** Takes a body that is written as a form. */
export function takeFormText(
	text: string,
	type: string | undefined,
	draft: OperationDraft,
	span: Span,
): boolean {
	if (type !== undefined && !/form/.test(type)) return false;
	const pairs = formPairs(text);
	if (pairs === undefined) return false;
	takeForm(pairs, "application/x-www-form-urlencoded", draft, span);
	return true;
}

/** The content type that a call names. */
export function contentType(
	headers: CurlCommand["headers"],
): string | undefined {
	const found = headers.find(([name]) => /^content-type$/i.test(name))?.[1];
	return found?.split(";")[0]?.trim().toLowerCase() || undefined;
}

function takeForm(
	pairs: FormPairs,
	mediaType: string,
	draft: OperationDraft,
	span: Span,
): void {
	const origins: Origins = [{ span, basis: "inferred" }];
	const shape = shapeOfForm(pairs, origins);
	const known = draft.shownBody;
	if (known === undefined) draft.bodyMediaType ??= mediaType;
	draft.shownBody =
		known === undefined
			? { shape, origins }
			: {
					...known,
					shape: join(known.shape, shape, { mode: "either" }) ?? known.shape,
				};
	draft.examples.push({
		on: "request",
		mediaType,
		value: valueOfForm(pairs),
		origins: [{ span, basis: "stated" }],
	});
}
