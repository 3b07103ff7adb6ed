import type { Origin, Origins, Property } from "./types.ts";

/**
 * The origins of both, each place once. With more places than `most`, those that say it in the way of another are left
 * out.
 */
export function joinOrigins(
	a: Origins,
	b: Origins,
	most = Number.POSITIVE_INFINITY,
): Origins {
	const added: Origin[] = [];
	const isKnown = b.length > few ? knownAmong(a) : isAmong(a);
	for (const origin of b) {
		if (isKnown(origin)) continue;
		const full = a.length + added.length >= most;
		const alike = (one: Origin) => isAlike(one, origin);
		if (!full || !(a.some(alike) || added.some(alike))) added.push(origin);
	}
	const [first] = a;
	return added.length === 0 ? a : [first, ...a.slice(1), ...added];
}

/** So many are looked for one by one, without an index. */
const few = 4;

function isAmong(origins: Origins): (origin: Origin) => boolean {
	return (origin) =>
		origins.some(
			(one) =>
				one.span.start.offset === origin.span.start.offset &&
				one.span.end.offset === origin.span.end.offset &&
				one.span.file === origin.span.file &&
				isAlike(one, origin),
		);
}

function knownAmong(origins: Origins): (origin: Origin) => boolean {
	const known = new Set(origins.map(originKey));
	return (origin) => known.has(originKey(origin));
}

/** Two places that say the same facts in the same way. */
function isAlike(a: Origin, b: Origin): boolean {
	return (
		a.basis === b.basis &&
		(a.of === b.of || (a.of?.join() ?? "") === (b.of?.join() ?? ""))
	);
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
