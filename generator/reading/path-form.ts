import { constraintIn, type PathConstraint } from "./path-constraint.ts";

/** A path as docs write it, brought into one form: `/tx/{txid}`, with what stood around it. */
export interface PathForm {
	/** With parameters in braces, without query. */
	readonly path: string;
	/** `https://api.example.com/v1` is `https://api.example.com` and a path that starts with `/v1`. */
	readonly origin?: string;
	/** Names in the query that the path shows. */
	readonly query: readonly string[];
	/** The same path with a part that may be left out left out: `/txs[/{after}]`. */
	readonly shorter?: string;
	/** What its placeholders say of the types of parameters: `<int:id>`. */
	readonly constraints: readonly PathConstraint[];
}

/**
 * Brings a written path into one form: `:id`, `<id>`, `{id}`, `[id]`, `$ID`, `%s` and `(id or name)` are parameters, a
 * host is split off, a query too. Nothing is returned for what is no path.
 */
export function pathForm(written: string): PathForm | undefined {
	const text = written
		.trim()
		.replace(/&lt;/g, "<")
		.replace(/&gt;/g, ">")
		.replace(/\\([_{}<>[\]*])/g, "$1")
		.replace(/\s+HTTP\/\d(?:\.\d)?$/i, "");
	const [, origin, rest = ""] =
		/^(https?:\/\/[^/\s]+|\{\{?[\w.-]*(?:url|host|server|base)[\w.-]*\}?\}|\$\{?\w*(?:URL|HOST|SERVER|BASE)\w*\}?)?(\/.*)?$/i.exec(
			text,
		) ?? [];
	if (
		rest === "" ||
		/\s/.test(rest.replace(/\([^)]*\)|<[^>]*>|\{[^}]*\}/g, ""))
	)
		return undefined;
	const at = rest.search(/(?<!\{)[?#]|\{[?&#]|\[\?/);
	const raw = at < 0 ? rest : rest.slice(0, at);
	const path = braced(raw);
	const shown = at < 0 ? "" : rest.slice(at);
	const optional = /\[\/[^\]]*\]/.exec(path)?.[0];
	const literal = origin !== undefined && /^https?:/.test(origin);
	return {
		path: trimEnd(path.replace(/\[(\/[^\]]*)\]/g, "$1")),
		...(literal && { origin: origin.replace(/\/$/, "") }),
		query: queryNames(shown),
		constraints: constraintsIn(raw),
		...(optional !== undefined && {
			shorter: trimEnd(path.replace(optional, "")),
		}),
	};
}

function trimEnd(path: string): string {
	return path.length > 1 ? path.replace(/\/+$/, "") : path;
}

function braced(path: string): string {
	return (
		path
			.replace(/\{\{([^{}]+)\}\}/g, "{$1}")
			// `{/file*}` brings its own separator.
			.replace(/\{\/([^{}]+)\}/g, (_, names: string) =>
				names
					.split(",")
					.map((name) => `/{${name}}`)
					.join(""),
			)
			.replace(
				/<([^<>/]+)>/g,
				(_, inside: string) => `{${constraintIn(inside, "<")?.name ?? inside}}`,
			)
			.replace(/(^|[/.\-[])((?::[A-Za-z_]\w*)+)/g, coloned)
			.replace(/\/\[([A-Za-z_][\w -]*)\]/g, "/{$1}")
			.replace(/\/\(([^()/]+)\)/g, "/{$1}")
			.replace(
				/\$\{(\w+)\}|\$(?!\{)(\w+)/g,
				(_, long, short) => `{${long ?? short}}`,
			)
			.replace(/\{([^{}]+)\}/g, (_, name: string) => `{${parameterName(name)}}`)
	);
}

function constraintsIn(path: string): readonly PathConstraint[] {
	return [...path.matchAll(/<([^<>/]+)>|\{([^{}/]+)\}/g)].flatMap(
		([, angled, curled]) =>
			(angled === undefined
				? constraintIn(curled ?? "", "{")
				: constraintIn(angled, "<")) ?? [],
	);
}

/** `:ref:format` are two that stand side by side; behind braces, `{name}:cancel`, a colon starts a literal. */
function coloned(_: string, before: string, names: string): string {
	return before + names.replace(/:(\w+)/g, "{$1}");
}

/** `id or name` and `the ID` as one word; one word stays as it is. */
function parameterName(text: string): string {
	const bare = text
		.trim()
		.replace(/^[:*+/#]|[*?]$/g, "")
		.replace(/:.*$/, "");
	const name = /[\s|,]/.test(bare)
		? bare.replace(/[^\p{L}\p{N}_.-]+/gu, "_").replace(/^_+|_+$/g, "")
		: bare;
	return name || "parameter";
}

function queryNames(text: string): readonly string[] {
	const template = /^\{[?&]([\w,.*-]+)\}/.exec(text)?.[1];
	if (template !== undefined)
		return template.split(",").map((name) => name.replace(/\*$/, ""));
	if (!/^\[?\?/.test(text)) return [];
	return text
		.replace(/^\[?\?/, "")
		.split(/[&\]]/)
		.map((pair) =>
			(/^[\w.[\]-]+/.exec(pair)?.[0] ?? "").replace(/^\[|\]$/g, ""),
		)
		.filter((name) => name !== "");
}
