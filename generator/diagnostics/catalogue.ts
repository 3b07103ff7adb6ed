import type { Severity } from "./diagnostic.ts";

/** What one code says: `{holes}` are filled by the one who reports. */
export interface Entry {
	readonly severity: Severity;
	readonly message: string;
	readonly help: string;
}

function error<M extends string>(message: M, help: string) {
	return { severity: "error", message, help } as const;
}

function warning<M extends string>(message: M, help: string) {
	return { severity: "warning", message, help } as const;
}

function info<M extends string>(message: M, help: string) {
	return { severity: "info", message, help } as const;
}

/** Every diagnostic there is. A code that is not here, or a hole that is not filled, does not compile. */
export const catalogue = {
	"docs/not-found": error(
		"No documents match {pattern}",
		"Name files, folders or globs that hold .md, .mdx, .markdown or .txt documents; docwright init looks for them",
	),
	"docs/empty": warning(
		"The document is empty",
		"Write the endpoints into it, or leave it out",
	),
	"docs/no-endpoints": warning(
		"No endpoint was found in this document",
		"Write a method and a path where an endpoint is described: **GET** `/things/{thing_id}`",
	),
	"docs/nothing-read": error(
		"No endpoint was found in the docs; documents read: {count}",
		"Check that the documents describe endpoints, and run `docwright inspect` to see what was read",
	),
	"docs/not-utf8": error(
		"The document is not UTF-8: byte {offset} cannot be decoded",
		"Save the document as UTF-8",
	),
	"docs/nul": error(
		"The document holds a NUL character, so it is not text",
		"Leave binary files out of the docs",
	),
	"docs/too-large": error(
		"The document has {bytes} bytes, and the limit is {limit}",
		"Split the document, or leave out what does not describe endpoints",
	),
	"docs/limit": error(
		"Too many {what}: {found} or more, and the limit is {allowed}",
		"Split it up, or raise the limit under `limits` in the config where you trust the docs",
	),
	"docs/too-many": error(
		"There are {found} documents, and the limit is {limit}",
		"Name fewer of them, or raise `limits.files` in the config",
	),
	"docs/outside": warning(
		"This link leads out of the docs folder, so it was not followed",
		"Put the document itself into the folder, or name it as an argument",
	),
	"docs/unreadable": error(
		"The document cannot be read ({errno})",
		"Check that the file is there and that you may read it",
	),
	"endpoint/unread": warning(
		"This looks like an endpoint, but no method and path could be read from it",
		"Write it as **GET** `/things/{thing_id}`",
	),
	"endpoint/duplicate": warning(
		"{operation} is described twice in this document",
		"Keep one of the two; what they say was joined",
	),
	"server/elsewhere": warning(
		"{operation}: at {url}, another host than that of the API, {base}",
		"Correct the host if it is none of the API's; else list its origin in the client's option `trustedOrigins`, without which no credentials go there",
	),
	"server/incomplete": warning(
		"The server {url} of {operation} is no whole URL, and nothing in the docs completes it",
		"Write the whole URL, or name that of the API with baseURL in the config",
	),
	"path/unbalanced-brace": error(
		"The path {path} has a brace without its partner",
		"Write each path parameter as {name}",
	),
	"path/too-long": error(
		"The path has {count} segments, and {limit} is the limit",
		"Shorten it if it is one; a list of words needs no slashes",
	),
	"path/no-such-parameter": warning(
		"The path of {operation} has no parameter {name}",
		"Write the parameter into the path, or describe it where it belongs",
	),
	"security/computed": warning(
		"Requests are authenticated by {what} here, which a client cannot do with a secret alone",
		"Describe a key or a token that is sent as it is, or give the client a `fetch` that does it",
	),
	"path/literal-id": info(
		"{value} in the path of {operation} looks like the id of one thing, and nothing in the docs shows that it is one",
		"Write it as a parameter, {name}, or describe another call of the same kind",
	),
	"path/literal-opened": info(
		"{value} in the path of {operation} was read as an example of the parameter {name}",
		"Write the parameter into the path: /things/{thing_id}",
	),
	"path/parameter-undocumented": info(
		"Path parameter {name} of {operation} is not described",
		"Describe it under the operation's path parameters",
	),
	"sample/broken-json": warning(
		"This JSON cannot be read: {problem}",
		"Correct the JSON; what could be read of it was used",
	),
	"sample/duplicate-key": warning(
		"The key {key} stands twice in one object",
		"Keep one of the two; the last one was used",
	),
	"sample/secret": warning(
		"The docs hold what looks like a live secret ({name})",
		"Replace it in the docs; a placeholder was written in its place",
	),
	"field/duplicate": warning(
		"The field {name} stands twice in one list",
		"Keep one of the two; what they say was joined",
	),
	"type/unknown": warning(
		"The type {type} is not known",
		"Write a type such as string, integer, array of string or object",
	),
	"shape/undocumented": info(
		"The docs do not say what {what} looks like",
		"Describe its fields, or show an example",
	),
	"type/undescribed": info(
		"The type {type} is named here and described nowhere",
		"Describe its fields under a heading of its name, or write a type such as string or object",
	),
	"shape/unused": info(
		"Nothing refers to the type {name}, so it was left out",
		"Link to it, or name it, where it is taken or returned",
	),
	"shape/contradiction": warning(
		"{what} is {one} here and {other} elsewhere",
		"Make the two agree; the more specific one was used",
	),
	"block/unread": info(
		"This part of an endpoint's section was not understood",
		"Write it in one of the forms that the README lists, or silence this",
	),
	"name/guessed": info(
		"The docs do not say what {names} are called on the wire; the names were made from those of an SDK",
		"Show an example, or describe the request itself",
	),
	"name/unknown": info(
		"The docs do not say what {names} stand for on the wire, so they were left out",
		"Describe the request itself: where each goes and what it is called there",
	),
	"name/collision": warning(
		"{name} would stand for both {one} and {other}",
		"Rename one of them in the docs; the body's fields moved under `body`",
	),
} as const satisfies Readonly<Record<string, Entry>>;

export type Catalogue = typeof catalogue;
export type Code = keyof Catalogue;

/** The holes of a message, by name. */
export type Holes<Message extends string> =
	Message extends `${string}{${infer Hole}}${infer Rest}`
		? Hole | Holes<Rest>
		: never;
