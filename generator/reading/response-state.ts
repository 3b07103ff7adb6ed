import type { Origins } from "../model/types.ts";
import type { Label } from "./label.ts";
import type { OperationDraft } from "./operation-draft.ts";
import type { Part } from "./part.ts";
import { isAnswer } from "./part-role.ts";
import { addResponse } from "./response-parts.ts";
import { statusBehind, statusesListed, statusOf } from "./status-line.ts";

/** What the parts read so far say about the answers that follow. */
export interface ResponseState {
	/** The status that was named last. */
	status: string | undefined;
	/** True once a sample call was shown. */
	called?: boolean;
	/** True when parts of the section are about answers: what stands outside of them is not one. */
	readonly apart?: boolean;
	/** The words in front of the next block. */
	words?: string;
	/** When the answer is given whose status comes next. */
	condition?: string;
	/** True from a status until a heading that may start another. */
	open?: boolean;
}

/** A label may name the status of what follows: `200 OK`, `**Code** : 404`, "Error Response". */
export function startResponse(
	part: Part,
	state: ResponseState,
	draft: OperationDraft,
): void {
	const { label, role } = part;
	if (label === undefined) return;
	const value =
		isAnswer(role) && label.value !== undefined
			? statusOf(label.value)
			: undefined;
	const named =
		value ??
		statusOf(label.text) ??
		(isAnswer(role) ? behind(label) : undefined);
	if (part.status !== undefined) state.status = part.status;
	if (label.heading === true) state.open = false;
	if (named === undefined) {
		if (
			role === "response-sample" &&
			part.status === undefined &&
			state.open !== true &&
			!/error|fail/i.test(label.text)
		)
			state.status = undefined;
		if (role === "errors") state.status = "default";
		return;
	}
	state.status = named.status;
	state.open = true;
	const origins: Origins = [{ span: label.span, basis: "stated" }];
	// `200 Response` says what stands there, and nothing of when it comes.
	const empty =
		/^(?:(?:example )?(?:response|example|body)s?)?$/i.test(named.rest) ||
		statusesListed(named.rest).length > 0;
	// "OK" adds nothing to what is known of when it comes.
	const known = draft.responses.find(({ status }) => status === named.status);
	const bare = known?.description !== undefined && /^[A-Z ]+$/.test(named.rest);
	const rest = empty || bare ? "" : named.rest;
	const words = state.condition ?? rest;
	delete state.condition;
	addResponse(draft, {
		status: named.status,
		...(words !== "" && { description: words }),
		origins,
	});
}

/** "**Status 201** - created" and "Example response (201)". */
function behind({
	text,
	value,
}: Label): { readonly status: string; readonly rest: string } | undefined {
	const found = statusBehind(text);
	if (found === undefined) return undefined;
	const words = value !== undefined && !/^[[{]/.test(value) ? value : "";
	return { status: found.status, rest: words };
}
