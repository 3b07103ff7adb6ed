import type { Block } from "../../markdown/block.ts";
import { type Fence, openFence } from "../../markdown/fence.ts";
import { unlessNothing } from "../../markdown/once-wherever.ts";
import { everyBlock, type Section } from "../../markdown/sections.ts";
import type { Definition } from "../../model/definition.ts";
import type { Reader } from "../fragment.ts";
import { readDeclaredTypes } from "./declared-types.ts";

/** The types with names that the code blocks of a document declare, wherever they stand. */
export function declaredDefinitions(
	root: Section,
	{ source, ledger }: Reader,
): readonly Definition[] {
	return [...everyBlock(root)].flatMap(({ node, span }) => {
		if (node?.type !== "code") return [];
		const fence = openFence(source, node);
		const found = declaredIn({ node, span }, fence);
		if (found.length > 0) ledger.mark(span, "read", "types");
		return found.flatMap(({ name, shape, start, end }): Definition[] =>
			name === undefined
				? []
				: [
						{
							name,
							file: source.file,
							anchors: [],
							shape,
							origins: [{ span: fence.at(start, end), basis: "stated" }],
						},
					],
		);
	});
}

const declaredIn = unlessNothing((_: Block, fence: Fence) =>
	readDeclaredTypes(fence),
);
