import type { Origins } from "../../model/types.ts";
import type { Reader } from "../fragment.ts";
import type { OperationDraft } from "../operation-draft.ts";
import { addResponse } from "../response-parts.ts";
import { successStatus } from "../success-status.ts";
import type { SpecBlock } from "./spec-block.ts";
import { textIn } from "./spec-node.ts";
import { shapeOfSchema } from "./spec-shape.ts";

/** Takes a schema that stands alone for the body, or for the answer of a status, by the part that it is in. */
export function takeSpecSchema(
	{ root, roots, span }: SpecBlock,
	at: { readonly sent: boolean; readonly status: string | undefined },
	draft: OperationDraft,
	{ ledger }: Reader,
): void {
	const shape = shapeOfSchema(root, roots);
	const description = textIn(root, "description");
	const origins: Origins = [{ span, basis: "stated" }];
	const content = {
		mediaType: "application/json",
		shape,
		...(description !== undefined && { description }),
		origins,
	};
	if (at.sent) draft.specBody = content;
	else {
		const status = at.status ?? successStatus(draft);
		addResponse(draft, { status, ...content });
		draft.describedStatuses.add(status);
	}
	ledger.mark(span, "read", "JSON Schema");
}
