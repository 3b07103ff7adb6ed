import type { Response } from "../model/types.ts";
import { type Source, spanBetween } from "../text/source.ts";
import type { Span } from "../text/span.ts";

/** The words that HTTP has for statuses, as alternatives of a pattern. */
export const reasons =
	"OK|Created|Accepted|No Content|Moved Permanently|Found|See Other|Not Modified|Bad Request|Unauthorized|Payment Required|Forbidden|Not Found|Method Not Allowed|Not Acceptable|Conflict|Gone|Precondition Failed|Payload Too Large|Unprocessable Entity|Unprocessable Content|Too Many Requests|Internal Server Error|Not Implemented|Bad Gateway|Service Unavailable|Gateway Timeout";
const foreign =
	"devuelve|responde(?: (?:con|com))?|retorna|renvoie|retourne|répond(?: avec)?|liefert|antwortet mit|restituisce|risponde con";
const behind =
	"(?=[`\"'*]*(?:[\\s]*[.,;:)]|\\s+(?:if|when|on|in|with|and|or|for|to|is|are|will|response|status|code|error|means|si|se|wenn|y|e|o|ou|et|und|oder)\\b|\\s*$))";
const named = new RegExp(`\\b([1-5]\\d\\d)\\s+(${reasons})\\b`, "g");
const returned = new RegExp(
	`(?<!\\p{L})(?:returns?|returned|respond(?:s|ed)? with|answers? with|replies with|status(?: code)?(?: of| is)?|${foreign})\\s+(?:(?:an?|the|una?|une?|eine[nm]?|http|status|error|code|c[óo]digo|of|with)\\s+)*[\`"'*]*([1-5]\\d\\d)${behind}`,
	"giu",
);
/** "You get **204**, or `409` when …": only marks tell a status from a number here. */
const got =
	/\b(?:get|receive)s?(?: back)? (?:an? )?(?:\*\*|`)([1-5]\d\d)(?:\*\*|`)/gi;
/** "`204`, or `409` if not": another status behind one that is known for one. */
const further = new RegExp(
	`([1-5]\\d\\d)[\`"'*]*,?\\s+(?:or|and|o|ou|oder|y|e|und|et)\\s+[\`"'*]*([1-5]\\d\\d)${behind}`,
	"giu",
);
const passive =
	/[`"']?\b([1-5]\d\d)\b[`"']?(?:\s+(?:status|code|response|error))*\s+(?:is|are|will be|gets)\s+returned\b/g;

const gate = new RegExp(
	`\\b(?:return|respon|answer|repl|status|get|receive)|${foreign}`,
	"i",
);

/** The statuses that sentences name: "Returns 201 Created if …, 404 Not Found otherwise", "a `204` is returned". */
export function statusesIn(source: Source, span: Span): readonly Response[] {
	const text = source.text.slice(span.start.offset, span.end.offset);
	if (!gate.test(text)) return [];
	const found = new Map<string, Response>();
	for (const pattern of [named, returned, passive, got])
		for (const match of text.matchAll(pattern)) {
			const [whole, status, reason] = match;
			if (status === undefined || found.has(status)) continue;
			const start = span.start.offset + match.index;
			const place = spanBetween(source, start, start + whole.length);
			found.set(status, {
				status,
				...(reason !== undefined && { description: reason }),
				origins: [{ span: place, basis: "stated" }],
			});
		}
	for (const {
		index,
		0: whole,
		1: first = "",
		2: status = "",
	} of text.matchAll(further)) {
		if (!found.has(first) || found.has(status)) continue;
		const end = span.start.offset + index + whole.length;
		const place = spanBetween(source, end - status.length, end);
		found.set(status, {
			status,
			origins: [{ span: place, basis: "stated" }],
		});
	}
	return [...found.values()];
}
