/** True when the text is of the format, or when the format is not known here. */
export function hasFormat(text: string, format: string): boolean {
	const pattern = patterns.get(format);
	if (pattern === undefined) return true;
	if (!pattern.test(text)) return false;
	return format.startsWith("date") ? isRealDate(text) : true;
}

const octet = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

/** None of them backtracks over more than one repetition at a place, so each takes linear time. */
const patterns: ReadonlyMap<string, RegExp> = new Map([
	[
		"date-time",
		/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i,
	],
	["date", /^\d{4}-\d\d-\d\d$/],
	["time", /^\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/i],
	["uuid", /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i],
	["ipv4", new RegExp(`^${octet}(?:\\.${octet}){3}$`)],
	["ipv6", /^(?=[^:]*:[^:]*:)[\da-f:]{2,39}(?:\d{1,3}(?:\.\d{1,3}){3})?$/i],
	["email", /^[^\s@]+@[^\s@]+$/],
	["hostname", new RegExp(`^${label}(?:\\.${label})*$`)],
	["uri", /^[a-z][a-z\d+.-]*:\S+$/i],
	["url", /^[a-z][a-z\d+.-]*:\S+$/i],
]);

function isRealDate(text: string): boolean {
	const [year = 0, month = 0, day = 0] = text
		.slice(0, 10)
		.split("-")
		.map(Number);
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
