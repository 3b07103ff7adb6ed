import type { Block } from "../markdown/block.ts";
import { plainText } from "../markdown/block.ts";
import type { FoundEndpoint } from "./endpoint-forms.ts";

/**
 * Which of the endpoints of a section the words in front of a block single out: "Additional parameters for `/things`:",
 * "For `POST`:". Nothing where they are about all of them.
 */
export function meantFor(
	block: Block,
	next: Block | undefined,
	endpoints: readonly FoundEndpoint[],
): readonly FoundEndpoint[] | undefined {
	if (block.node.type !== "paragraph" || endpoints.length < 2) return undefined;
	const text = plainText(block.node);
	if (!/[:：]$/.test(text) || text.length > 160) return undefined;
	if (!["list", "table", "code"].includes(next?.node.type ?? ""))
		return undefined;
	const paths = text.match(/\/[\w.{}<>:/-]*[\w}>]/g) ?? [];
	const methods: readonly string[] =
		/^for (?:the )?(GET|POST|PUT|PATCH|DELETE)\b/i
			.exec(text)?.[1]
			?.toUpperCase()
			.split(" ") ?? [];
	const meant = endpoints.filter(
		({ method, form }) =>
			paths.some((path) => form.path.endsWith(path)) ||
			methods.includes(method),
	);
	return meant.length > 0 && meant.length < endpoints.length
		? meant
		: undefined;
}
