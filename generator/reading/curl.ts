import { type ParseEntry, parse } from "shell-quote";
import type { PathSegment, Server } from "../model/types.ts";
import type { Span } from "../text/span.ts";

/** What a curl command shows of a request. Variables stay as `$NAME`. */
export interface CurlCommand {
	readonly url: string;
	/** As `-X` gives it. */
	readonly method?: string;
	readonly headers: readonly (readonly [string, string])[];
	readonly data?: string;
	/** The parts of a multipart form as `-F` gives them: `file=@photo.jpg`. */
	readonly parts?: readonly string[];
	/** True where the data is a file that is sent as it is. */
	readonly file?: true;
	/** As `-u` gives it: `name:password`. */
	readonly user?: string;
	/** As `-b` gives it: `sid=3f2a`. */
	readonly cookie?: string;
}

/** Each flag that has a value, and what the value is; all other flags stand alone. */
const flags: ReadonlyMap<string, string> = new Map([
	["-H", "header"],
	["--header", "header"],
	["-d", "data"],
	["--data", "data"],
	["--data-raw", "data"],
	["--data-ascii", "data"],
	["--json", "data"],
	["--data-urlencode", "encoded"],
	["--data-binary", "binary"],
	["-T", "upload"],
	["--upload-file", "upload"],
	["-F", "part"],
	["--form", "part"],
	["--form-string", "part"],
	["-X", "method"],
	["--request", "method"],
	["-u", "user"],
	["--user", "user"],
	["-b", "cookie"],
	["--cookie", "cookie"],
	["--oauth2-bearer", "bearer"],
	["--url-query", "query"],
	["--url", "url"],
	["-o", "none"],
	["--output", "none"],
	["-A", "none"],
	["--user-agent", "none"],
	["-e", "none"],
	["--referer", "none"],
	["-c", "none"],
	["--cookie-jar", "none"],
	["-m", "none"],
	["--max-time", "none"],
	["--connect-timeout", "none"],
	["--retry", "none"],
	["-w", "none"],
	["--write-out", "none"],
	["-x", "none"],
	["--proxy", "none"],
	["-E", "none"],
	["--cert", "none"],
	["--key", "none"],
	["--cacert", "none"],
	["--resolve", "none"],
	["--unix-socket", "none"],
]);

/** Reads the first curl command of a text; nothing for other text. */
export function readCurl(text: string): CurlCommand | undefined {
	return readCurls(text)[0]?.command;
}

/** Reads all curl commands of a text, each with the place where it starts. */
export function readCurls(
	text: string,
): readonly { readonly command: CurlCommand; readonly start: number }[] {
	const starts = [
		...text.matchAll(/(?:^|\n)[ \t]*(?:\$[ \t]*)?(?=curl\s)/g),
	].map(({ index, 0: lead }) => index + lead.length);
	return starts.flatMap((start, index) => {
		const command = readOne(text.slice(start, starts[index + 1]));
		return command === undefined ? [] : [{ command, start }];
	});
}

function readOne(text: string): CurlCommand | undefined {
	const given = argumentsOf(text);
	const all = (...names: readonly string[]) =>
		given.flatMap(([name, value]) => (names.includes(name) ? [value] : []));
	const written = all("url")[0] ?? all("word").find(isUrl);
	if (written === undefined) return undefined;
	const method =
		all("method")[0] ?? (all("upload").length > 0 ? "PUT" : undefined);
	const data = given.flatMap(([name, value]) => {
		if (name === "encoded") return [encoded(value)];
		return name === "data" || name === "binary" ? [value] : [];
	});
	const file = [
		...all("upload"),
		...all("binary").filter((one) => /^@/.test(one)),
	];
	const parts = all("part");
	const inQuery = given.some(([name]) => name === "get");
	const bearers = all("bearer").map(
		(token) => ["Authorization", `Bearer ${token}`] as const,
	);
	const [user] = all("user");
	const [cookie] = all("cookie").filter((one) => one.includes("="));
	const joined = data.join("&");
	const query = [...(inQuery ? data : []), ...all("query")].join("&");
	return {
		url: withQuery(absolute(written), query),
		headers: [...all("header").map(splitHeader), ...bearers],
		...(method !== undefined && { method: method.toUpperCase() }),
		...(data.length > 0 && !inQuery && { data: joined }),
		...(parts.length > 0 && { parts }),
		...(file.length > 0 && { file: true }),
		...(user !== undefined && { user }),
		...(cookie !== undefined && { cookie }),
	};
}

/** What a shell makes of a command; `${` that names no variable is an error for a shell, and text for a reader. */
function wordsOf(command: string): readonly ParseEntry[] {
	const variable = (name: string) => `$${name}`;
	try {
		return parse(command, variable);
	} catch {
		return parse(command.replaceAll("${", "\\${"), variable);
	}
}

/** The words of the command, each with what it is. */
function argumentsOf(command: string): readonly (readonly [string, string])[] {
	const words = wordsOf(withClosedQuote(command).replace(/\\\r?\n/g, " ")).map(
		(word) => {
			if (typeof word === "string") return word;
			return "pattern" in word ? word.pattern : "op" in word ? word.op : "";
		},
	);
	const found: (readonly [string, string])[] = [];
	for (let at = words.indexOf("curl") + 1; at < words.length; at++) {
		const word = words[at] ?? "";
		// The end of the command: what follows is another one, often that which reads the answer.
		if (word === "curl") break;
		const [flag, attached] = splitFlag(word);
		const name = flags.get(flag);
		if (/^-\w*G$|^--get$/.test(word)) found.push(["get", ""]);
		// Without quotes, a shell takes what follows `&` for another command; readers do not.
		else if (words[at - 1] === "&" && /^[\w.[\]%-]+=/.test(word))
			found.push(["query", word]);
		else if (name === undefined) found.push(["word", word]);
		else found.push([name, attached ?? words[++at] ?? ""]);
	}
	return found;
}

/** `-d '{"id": 1} \` with its quote forgotten: the JSON ends with its line, and so does what is quoted. */
function withClosedQuote(command: string): string {
	const odd = command.split("'").length % 2 === 0;
	return odd
		? command.replace(/('[{[][^'\n]*[}\]])(?=[ \t]*\\?\r?(?:\n|$))/, "$1'")
		: command;
}

/** `-XPOST`, `-sX POST`, `--request=POST`: a flag, and the value that is one word with it. */
function splitFlag(word: string): readonly [string, string | undefined] {
	const [, long, value] = /^(--[\w-]+)=(.*)$/s.exec(word) ?? [];
	if (long !== undefined) return [long, value];
	const [, short, rest] = /^-[sSkivLgfN]*([XHdFubTo])(.*)$/s.exec(word) ?? [];
	if (short === undefined) return [word, undefined];
	return [`-${short}`, rest === "" ? undefined : rest];
}

const bareHost =
	/^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})(?::\d+)?\//i;

function isUrl(word: string): boolean {
	return /^https?:\/\//.test(word) || bareHost.test(word);
}

/** Without a protocol, curl takes `http`. */
function absolute(url: string): string {
	return /^https?:\/\//.test(url) ? url : `http://${url}`;
}

/** `note=mint & rare` as it goes over the wire; what has no name is sent alone. */
function encoded(pair: string): string {
	const at = pair.indexOf("=") + 1;
	return pair.slice(0, at) + encodeURIComponent(pair.slice(at));
}

function withQuery(url: string, data: string): string {
	return data === "" ? url : `${url}${url.includes("?") ? "&" : "?"}${data}`;
}

function splitHeader(text: string): readonly [string, string] {
	const colon = text.indexOf(":");
	return [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
}

/** The base URL of a request: what stands before the operation's path. */
export function serverOf(
	url: string,
	path: readonly PathSegment[],
	span: Span,
): Server | undefined {
	const match = /^(https?:\/\/[^/?#]+)([^?#]*)/.exec(url);
	const [, origin, pathname = ""] = match ?? [];
	if (origin === undefined || origin.includes("$")) return undefined;
	const prefix = prefixOf(pathname, path);
	if (prefix === undefined) return undefined;
	return {
		url: [origin, ...prefix].join("/"),
		origins: [{ span, basis: "inferred" }],
	};
}

/** The segments in front of an operation's path in that of a URL; nothing where the URL leads elsewhere. */
export function prefixOf(
	pathname: string,
	path: readonly PathSegment[],
): readonly string[] | undefined {
	const shown = pathname.split("/").filter((part) => part !== "");
	const prefix = shown.slice(0, Math.max(0, shown.length - path.length));
	const rest = shown.slice(prefix.length);
	const same =
		rest.length === path.length &&
		path.every(
			(segment, index) =>
				segment.kind !== "literal" || segment.text === rest[index],
		);
	return same ? prefix : undefined;
}
