/** What a call in a program shows of a request. */
export interface ProgramCall {
	readonly method: string;
	/** With `{name}` where the program fills in a value. */
	readonly url: string;
	/** The literal of the body, as written. */
	readonly body?: string;
	readonly query?: string;
}

const verbs = "get|post|put|patch|delete|head";

/**
 * The first call in a program that is about nothing else: `fetch("…", { method: "POST" })`, `axios.post(…)`,
 * `requests.get(…)`, `http POST … name=value`. Nothing for other programs.
 */
export function readProgramCall(text: string): ProgramCall | undefined {
	return fetchCall(text) ?? memberCall(text) ?? httpieCall(text);
}

const quoted =
	"(?:f|r)?(?:\"([^\"\\n]{1,300})\"|'([^'\\n]{1,300})'|`([^`\\n]{1,300})`)";

function fetchCall(text: string): ProgramCall | undefined {
	const found = new RegExp(`\\bfetch\\(\\s*${quoted}`).exec(text);
	if (found === null) return undefined;
	const [whole, double, single, template] = found;
	const rest = text.slice(found.index + whole.length);
	const method = /\bmethod:\s*["'`](\w+)["'`]/.exec(rest)?.[1] ?? "GET";
	const start = /\bbody:\s*JSON\.stringify\(/.exec(rest);
	const body =
		start === null ? undefined : literalAt(rest, start.index + start[0].length);
	return callOf(method, double ?? single ?? template, { body });
}

/** `axios.post(url, { … })`, `requests.post(url, json={…}, params={…})`. */
function memberCall(text: string): ProgramCall | undefined {
	const found = new RegExp(
		`\\b(axios|requests|httpx|client|session|http|api)\\.(${verbs})\\(\\s*${quoted}`,
	).exec(text);
	if (found === null) return undefined;
	const [whole, owner, method = "", double, single, template] = found;
	const rest = text.slice(found.index + whole.length);
	const end = found.index + whole.length;
	const named = /\bjson\s*=\s*/.exec(rest);
	const query = /\bparams\s*[=:]\s*/.exec(rest);
	const takes = /^(?:post|put|patch)$/.test(method);
	const next = /^\s*,\s*(?=\{)/.exec(rest);
	const body =
		named !== null
			? literalAt(rest, named.index + named[0].length)
			: owner === "axios" && takes && next !== null
				? literalAt(text, end + next[0].length)
				: undefined;
	return callOf(method, double ?? single ?? template, {
		body,
		query:
			query === null
				? undefined
				: literalAt(rest, query.index + query[0].length),
	});
}

/** `http POST https://… title="Hello" done:=true page==2`. */
function httpieCall(text: string): ProgramCall | undefined {
	const joined = text.replace(/\\\r?\n/g, " ");
	const [, method, url, rest = ""] =
		/(?:^|\n)[^\S\n]*(?:\$[^\S\n]*)?https?\s+(?:-\S+\s+)*(?:(GET|POST|PUT|PATCH|DELETE|HEAD)\s+)?["']?(https?:\/\/[^\s"']+|:?\d*\/[^\s"']+)["']?([^\n]*)/.exec(
			joined,
		) ?? [];
	if (url === undefined) return undefined;
	const words = rest.match(/[\w.-]+(?::=|==|=)(?:'[^']*'|"[^"]*"|\S+)/g) ?? [];
	const pairs = words.map((word) => /^([\w.-]+)(:=|==|=)(.*)$/s.exec(word));
	const body = pairs.flatMap((pair) =>
		pair === null || pair[2] === "=="
			? []
			: [`${JSON.stringify(pair[1])}: ${literalOf(pair[2], pair[3] ?? "")}`],
	);
	const query = pairs.flatMap((pair) =>
		pair?.[2] === "==" ? [`"${pair[1]}": "${unquoted(pair[3] ?? "")}"`] : [],
	);
	return callOf(method ?? (body.length > 0 ? "POST" : "GET"), url, {
		body: body.length > 0 ? `{ ${body.join(", ")} }` : undefined,
		query: query.length > 0 ? `{ ${query.join(", ")} }` : undefined,
	});
}

function literalOf(mark: string | undefined, text: string): string {
	return mark === ":=" ? unquoted(text) : JSON.stringify(unquoted(text));
}

function unquoted(text: string): string {
	return text.replace(/^(["'])(.*)\1$/s, "$2");
}

function callOf(
	method: string,
	url: string | undefined,
	{
		body,
		query,
	}: {
		readonly body?: string | undefined;
		readonly query?: string | undefined;
	},
): ProgramCall | undefined {
	const written = url?.replace(/\$\{[\w.]*?(\w+)\}/g, "{$1}");
	if (written === undefined || !/^(?:https?:\/\/|\{\w+\}\/|\/)/.test(written))
		return undefined;
	return {
		method: method.toUpperCase(),
		url: written,
		...(body !== undefined && { body }),
		...(query !== undefined && { query }),
	};
}

/** The object literal that starts at an offset, strings and nesting accounted for. */
function literalAt(text: string, at: number): string | undefined {
	const start = at + (/^\s*/.exec(text.slice(at, at + 40))?.[0].length ?? 0);
	if (text[start] !== "{" && text[start] !== "[") return undefined;
	let depth = 0;
	let quote = "";
	for (let index = start; index < text.length; index++) {
		const char = text[index] ?? "";
		if (quote !== "") {
			if (char === "\\") index++;
			else if (char === quote) quote = "";
		} else if (/["'`]/.test(char)) quote = char;
		else if (char === "{" || char === "[") depth++;
		else if (char === "}" || char === "]") {
			depth--;
			if (depth === 0) return text.slice(start, index + 1);
		}
	}
	return undefined;
}
