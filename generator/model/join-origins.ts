import type { Origin, Origins, Property } from "./types.ts";

/** The origins of both, each place once. */
export function joinOrigins(a: Origins, b: Origins): Origins {
	const [first, ...others] = a;
	const seen = new Set(a.map(originKey));
	const added = b.filter((origin) => !seen.has(originKey(origin)));
	return [first, ...others, ...added];
}

function originKey({ span, basis, of }: Origin): string {
	return `${span.file}:${span.start.offset}:${span.end.offset}:${basis}:${of?.join() ?? ""}`;
}

/** True when the docs state the type of a property. */
export function isStated({ origins }: Property): boolean {
	return origins.some(
		({ basis, of }) =>
			basis === "stated" && (of === undefined || of.includes("type")),
	);
}

/** True for a place whose words say it, and do not only show it. */
export function isStatement({ basis }: Origin): boolean {
	return basis === "stated";
}
