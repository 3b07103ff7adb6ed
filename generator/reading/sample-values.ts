import { hasFormat } from "../model/formats.ts";
import type { Shape } from "../model/types.ts";

const dateTime =
	/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;
const address = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;
const link = /^(?:https?|wss?|ftp):\/\/[^\s<>"{}]+$/;
const ipv6 = /^[\da-f]{1,4}(?::[\da-f]{0,4}){2,7}$/i;

/** A format is inferred only where hardly anything else looks like it. */
export function shapeOfText(value: string): Shape {
	const format = formatOf(value);
	return format === undefined ? { kind: "string" } : { kind: "string", format };
}

function formatOf(value: string): string | undefined {
	if (dateTime.test(value)) return "date-time";
	if (/^\d{4}-\d\d-\d\d$/.test(value) && hasFormat(value, "date"))
		return "date";
	if (hasFormat(value, "uuid")) return "uuid";
	if (link.test(value)) return "uri";
	if (address.test(value)) return "email";
	if (hasFormat(value, "ipv4")) return "ipv4";
	return ipv6.test(value) && hasFormat(value, "ipv6") ? "ipv6" : undefined;
}

/** True when the keys of an object are data: all of them numbers, dates, ids or addresses. */
export function areData(keys: readonly string[]): boolean {
	if (keys.length === 0) return false;
	if (keys.length > 1 && keys.every((key) => /^\d+$/.test(key))) return true;
	return keys.every((key) => isDatum(key));
}

function isDatum(key: string): boolean {
	return (
		formatOf(key) !== undefined ||
		/^(?:[a-z\d]+:)?[\da-f]{32,}$/i.test(key) ||
		/^\/[\w./-]+$/.test(key)
	);
}
