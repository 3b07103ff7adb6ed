import { type Block, markdownOf, plainText } from "../markdown/block.ts";
import { authenticationIn, authenticationOf } from "./authentication.ts";
import type { BlockState } from "./block-state.ts";
import { wordsInHtml } from "./html-block.ts";
import { listsInProse } from "./listed-in-prose.ts";
import type { Part } from "./part.ts";
import { isAnswer } from "./part-role.ts";
import { queryParametersIn } from "./prose-facts.ts";
import { statusesIn } from "./prose-statuses.ts";
import { takeSpokenHeaders } from "./response-headers.ts";
import { tellUnread } from "./said.ts";
import { takeStatedMedia } from "./stated-media.ts";
import { permissionsIn } from "./stated-permissions.ts";
import { supportsIn } from "./supported.ts";

/** Everything else is kept as the description. */
export function readProse(block: Block, part: Part, state: BlockState): void {
	const { draft, reader } = state;
	const { span, node } = block;
	if (isTypedCall(block)) {
		reader.ledger.mark(span, "read", "call signature");
		return;
	}
	const note = node.type === "html" ? wordsInHtml(node.value) : undefined;
	if (note !== undefined) {
		if (note !== "") draft.description.push(note);
		reader.ledger.mark(
			span,
			note === "" ? "read" : "prose",
			note === "" ? "markup" : "description",
		);
		return;
	}
	if (
		node.type === "html" ||
		node.type === "definition" ||
		node.type === "yaml"
	) {
		tellUnread(block, node.type === "html" ? "HTML" : "not shown", reader);
		return;
	}
	if (isForeignTable(block)) {
		tellUnread(block, "table of another markup", reader);
		return;
	}
	readWords(block, part, state);
}

/** Keeps words as the description, and takes what facts they state. */
function readWords(
	block: Block,
	part: Part,
	{ draft, reader, responses }: BlockState,
): void {
	const { span, node } = block;
	const written = markdownOf(reader.source, span);
	// What was the row of a table is words here.
	const row = node.type === "paragraph" && written.startsWith("|");
	draft.description.push(row ? plainText(node) : written);
	draft.listed.push(...listsInProse(written, span));
	const known = new Set(draft.parameters.map(({ name }) => name));
	const found = queryParametersIn(reader.source, span).filter(
		({ name }) => !known.has(name),
	);
	draft.parameters.push(...found);
	const statuses =
		node.type === "paragraph" ? statusesIn(reader.source, span) : [];
	for (const response of statuses)
		if (draft.responses.every(({ status }) => status !== response.status))
			draft.responses.push(response);
	// "It answers 409 and a body that shows the other one:" is about what follows.
	const [only, ...others] = statuses;
	if (only !== undefined && others.length === 0 && isAnswer(part.role))
		if (/[:：]\s*$/.test(plainText(node))) responses.status = only.status;
	const auth =
		node.type === "paragraph" || node.type === "blockquote"
			? authenticationIn(plainText(node), span)
			: undefined;
	const permissions = permissionsIn(block, part.role === "permissions");
	if (permissions !== undefined) draft.permissions ??= permissions;
	if (auth !== undefined) draft.authentication ??= auth;
	else if (part.role === "security")
		draft.authentication ??= authenticationOf(plainText(node), span);
	const headers = takeSpokenHeaders(
		block,
		part.status ?? (isAnswer(part.role) ? responses.status : undefined),
		draft,
	);
	const supported = supportsIn(block, reader.source);
	draft.supports.push(...supported);
	const media =
		node.type === "paragraph" || node.type === "list"
			? takeStatedMedia(
					markdownOf(reader.source, span).replace(/[`*]/g, ""),
					part.role,
					draft,
					span,
				)
			: [];
	const facts = [
		...media,
		...(draft.context.bases.length > 0 ? ["type that it extends"] : []),
		...(supported.length > 0 ? ["what it supports"] : []),
		...(headers ? ["response headers"] : []),
		...(permissions === undefined ? [] : ["permissions"]),
		...(auth === undefined ? [] : ["authentication"]),
		...(found.length > 0 ? ["query parameters in prose"] : []),
		...(statuses.length > 0 ? ["statuses in prose"] : []),
	];
	const [what] = facts;
	reader.ledger.mark(
		span,
		what === undefined ? "prose" : "read",
		facts.length > 0 ? facts.join(", ") : "description",
	);
}

/** `> Pet addPet(body)`: what an SDK's method takes, which tables say too. */
function isTypedCall({ node }: Block): boolean {
	return (
		node.type === "blockquote" &&
		/^(?:[\w.:<>[\], ]+\s)?\w+\s?\([\w\s,=:.?[\]]*\)(?:\.\w+\([\w\s,]*\))*$/.test(
			plainText(node),
		)
	);
}

/** `|===` of AsciiDoc and `+----+` of reStructuredText, which Markdown takes for words. */
function isForeignTable({ node }: Block): boolean {
	return (
		node.type === "paragraph" &&
		/^(?:\|===|\+[-=]{3,}[-=+]*\+)/.test(plainText(node))
	);
}
