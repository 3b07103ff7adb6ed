import type { Report } from "../diagnostics/reporter.ts";
import type { Operation, Origin, Response } from "../model/types.ts";
import { compareSpans, type Span } from "../text/span.ts";

/**
 * Says what the docs leave open: once for each operation whose answers have no shape, and once in a document for each
 * path parameter that no operation describes.
 */
export function tellGaps(
	operations: readonly Operation[],
	report: Report,
): void {
	for (const operation of operations) {
		if (!operation.responses.some(isOwn))
			report("shape/undocumented", operation.origins[0].span, {
				what: `any response of \`${operation.id}\``,
			});
		const open = operation.responses.filter(isOpen);
		const [first] = open;
		if (first === undefined) continue;
		const statuses = open.map(({ status }) => status).join(" and ");
		report("shape/undocumented", first.origins[0].span, {
			what: `the ${statuses} response of \`${operation.id}\``,
		});
	}
	tellParameters(operations, report);
}

/** What is only inferred of a failure says nothing of the operation's answers. */
function isOwn({ status, origins: [{ basis }] }: Response): boolean {
	return basis === "stated" || !/^(?:[45]|default)/.test(status);
}

function tellParameters(
	operations: readonly Operation[],
	report: Report,
): void {
	const found = new Map<string, { span: Span; name: string; ids: string[] }>();
	for (const { id, parameters } of operations)
		for (const { name, in: place, origins } of parameters) {
			if (place !== "path" || !origins.some(isAssumedType)) continue;
			const [{ span }] = origins;
			const key = JSON.stringify([span.file, name]);
			const known = found.get(key) ?? { span, name, ids: [] };
			known.ids.push(id);
			if (compareSpans(span, known.span) < 0) known.span = span;
			found.set(key, known);
		}
	for (const { span, name, ids } of found.values()) {
		const [first = "", ...others] = ids;
		const more =
			others.length === 0
				? ""
				: ` and ${others.length} other operation${others.length > 1 ? "s" : ""}`;
		report("path/parameter-undocumented", span, {
			name: `\`${name}\``,
			operation: `\`${first}\`${more}`,
		});
	}
}

function isAssumedType({ basis, of }: Origin): boolean {
	return basis === "assumed" && of?.includes("type") === true;
}

/** A response that is known to have a body of which nothing is known; 204 and its like have none. */
function isOpen({ status, shape }: Response): boolean {
	if (["101", "204", "205", "304"].includes(status)) return false;
	return shape === undefined || shape.kind === "unknown";
}
