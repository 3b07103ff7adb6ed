import type { Origins, Server } from "../../model/types.ts";
import type { SampleNode } from "../json-sample.ts";
import { ofOneOperationOrPath } from "./spec-kind.ts";
import { itemsOf, memberOf, textIn } from "./spec-node.ts";

/** The servers that a piece of a description states for all operations. */
export function serversOfAll(root: SampleNode): readonly Server[] {
	if (ofOneOperationOrPath(root)) return [];
	const stated = serversIn(root).filter(({ url }) => isUsable(url));
	const host = memberOf(root, "host");
	const name = textIn(root, "host");
	if (host === undefined || name === undefined) return stated;
	const [only, ...others] = itemsOf(memberOf(root, "schemes"));
	const plain = only?.kind === "value" && only.value === "http";
	const scheme = plain && others.length === 0 ? "http" : "https";
	const base = (textIn(root, "basePath") ?? "").replace(/\/+$/, "");
	const origins: Origins = [{ span: host.span, basis: "stated" }];
	return [...stated, { url: `${scheme}://${name}${base}`, origins }];
}

/** True for a base URL, and for a path that stands behind a host which others state. */
function isUsable(url: string): boolean {
	return /^(?:https?:\/\/|\/(?!\/))[^\s{}?#]+$/.test(url);
}

/**
 * Those of one operation as they are written, some of them paths: its own, or else those of its path (OpenAPI 3.1, "Path
 * Item Object" and "Operation Object").
 */
export function serversOfOne(
	operation: SampleNode,
	path: SampleNode | undefined,
): readonly Server[] {
	const own = serversIn(operation);
	return own.length > 0 || path === undefined ? own : serversIn(path);
}

function serversIn(node: SampleNode): readonly Server[] {
	return itemsOf(memberOf(node, "servers")).flatMap(
		(one): readonly Server[] => {
			const url = filled(one)
				?.trim()
				.replace(/(?<=.)\/+$/, "");
			return url === undefined || url === ""
				? []
				: [{ url, origins: [{ span: one.span, basis: "stated" }] }];
		},
	);
}

/** The address of a server, its variables replaced by what they are by default. */
function filled(server: SampleNode): string | undefined {
	const variables = memberOf(server, "variables");
	return textIn(server, "url")?.replace(/\{([^{}]+)\}/g, (all, name) => {
		return textIn(memberOf(variables, String(name)), "default") ?? all;
	});
}
