import { joinOrigins } from "./join-origins.ts";
import type { ResponseHeader } from "./types.ts";

/** The headers of both, each name once in whatever case; what the first leaves open the second completes. */
export function joinHeaders(
	a: readonly ResponseHeader[],
	b: readonly ResponseHeader[],
): readonly ResponseHeader[] {
	const found = new Map<string, ResponseHeader>();
	for (const header of [...a, ...b]) {
		const key = header.name.toLowerCase();
		const known = found.get(key);
		found.set(key, known === undefined ? header : joinTwo(known, header));
	}
	return [...found.values()];
}

function joinTwo(a: ResponseHeader, b: ResponseHeader): ResponseHeader {
	const stated = a.shape.kind !== "unknown" && !isGuessed(a);
	const shape =
		stated || b.shape.kind === "unknown" || isGuessed(b) ? a.shape : b.shape;
	return {
		...b,
		...a,
		shape: a.shape.kind === "unknown" ? b.shape : shape,
		origins: joinOrigins(a.origins, b.origins),
	};
}

function isGuessed({ origins }: ResponseHeader): boolean {
	return origins.every(({ basis }) => basis !== "stated");
}
