import { type Block, plainText } from "../markdown/block.ts";
import type { Origins } from "../model/types.ts";
import type { OperationDraft } from "./operation-draft.ts";
import { bareEnvelope } from "./response-parts.ts";

/**
 * Reads a note under a status that says under which property of the body the data is, "Data is at `body["result"]`":
 * what is described of that answer is described of the data alone.
 */
export function readDataPlace(
	block: Block,
	status: string | undefined,
	draft: OperationDraft,
): boolean {
	const data = dataNote(block);
	const at = draft.responses.findIndex((one) => one.status === status);
	const response = draft.responses[at];
	if (data === undefined || response === undefined) return false;
	const origins: Origins = [{ span: block.span, basis: "stated" }];
	draft.envelope ??= bareEnvelope(data, origins);
	draft.responses[at] = { ...response, enveloped: true };
	return true;
}

const note = /\bbody((?:\[\s*["'][^"']+["']\s*\])|(?:\.\w+))/;

function dataNote({ node }: Block): string | undefined {
	if (node.type !== "blockquote" && node.type !== "paragraph") return undefined;
	const at = note.exec(plainText(node))?.[1];
	return at?.replace(/^\.|^\[\s*["']|["']\s*\]$/g, "");
}
