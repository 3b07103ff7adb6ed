import type { Origins } from "../model/types.ts";
import { parseType } from "../notation/type.ts";
import { isFieldBlock } from "./field-block.ts";
import { takesBody } from "./form-body.ts";
import type { Reader } from "./fragment.ts";
import { isDeclared } from "./named-type.ts";
import type { OperationDraft } from "./operation-draft.ts";
import type { Part } from "./part.ts";
import { isAnswer } from "./part-role.ts";
import { addDescribedShape } from "./response-answer.ts";

/**
 * Takes the type that the label of a part names, `Attributes (Hive)` or `Attributes (array[Hive])`: that of the answer or
 * of the body, or the type whose fields it has beside those that follow.
 */
export function takePartType(
	part: Part,
	status: string | undefined,
	draft: OperationDraft,
	reader: Reader,
): void {
	const { label, role, blocks } = part;
	const written = typedPart(label?.text ?? "");
	if (label === undefined || written === undefined) return;
	const { span } = label;
	const origins: Origins = [{ span, basis: "stated" }];
	const shape = parseType(written, origins)?.shape;
	if (shape === undefined || !isDeclared(shape, reader.types)) return;
	const listed = blocks.some((block) => isFieldBlock(block, reader));
	if (listed) {
		const { title } = shape.kind === "object" ? shape : {};
		if (title !== undefined) draft.context.bases = [title];
	} else if (isAnswer(role))
		addDescribedShape(shape, part.status ?? status, { span }, draft);
	else if (takesBody(draft.endpoint.method))
		draft.body = { mediaType: "application/json", shape, origins };
}

/** What stands in brackets behind "Attributes": `Hive` of `Attributes (Hive, required)`. */
export function typedPart(text: string): string | undefined {
	const [, inner = ""] = /^attributes\s*\(([^()]+)\)$/i.exec(text.trim()) ?? [];
	const [type = ""] = inner.split(/,(?![^[]*\])/);
	return type.trim() === "" ? undefined : type.trim();
}
