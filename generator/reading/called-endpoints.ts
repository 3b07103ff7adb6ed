import type { Block } from "../markdown/block.ts";
import { readCurl } from "./curl.ts";
import type { FoundEndpoint } from "./endpoint-forms.ts";

/**
 * Which of the endpoints of a section a sample call is of: nothing where the calls of the section do not tell its
 * endpoints apart.
 */
export type Called = (block: Block) => readonly FoundEndpoint[] | undefined;

/** Looks which endpoints the sample calls of a section are of; calls of one path alone speak for all that share it. */
export function calledAmong(
	blocks: readonly Block[],
	endpoints: readonly FoundEndpoint[],
): Called {
	const found = new Map<number, readonly FoundEndpoint[]>();
	const paths = new Set<string>();
	// What a row of a table describes is told apart by any call.
	const rows = endpoints.every(({ row }) => row !== undefined);
	if (new Set(endpoints.map(({ form }) => form.path)).size > 1)
		for (const { node, span } of blocks) {
			const call = node.type === "code" ? readCurl(node.value) : undefined;
			const method =
				call?.method ?? (call?.data === undefined ? "GET" : "POST");
			const called =
				call === undefined
					? []
					: endpointsAt(call.url, endpoints).filter(
							(one) => !rows || one.method === method,
						);
			if (called.length === 0) continue;
			found.set(span.start.offset, called);
			for (const { form } of called) paths.add(form.path);
		}
	return ({ span }) =>
		paths.size > 1 || rows ? found.get(span.start.offset) : undefined;
}

function endpointsAt(
	url: string,
	endpoints: readonly FoundEndpoint[],
): readonly FoundEndpoint[] {
	const path = url.replace(/^[a-z]+:\/\/[^/]+/i, "").replace(/[?#].*$/s, "");
	const segments = path.split("/");
	return endpoints.filter(({ form }) => {
		const own = form.path.replace(/\?.*$/s, "").split("/");
		const last = segments.slice(-own.length + 1);
		return own
			.slice(1)
			.every(
				(segment, index) => /^[:{<$]/.test(segment) || segment === last[index],
			);
	});
}
