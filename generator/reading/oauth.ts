import type { Block } from "../markdown/block.ts";
import { plainText } from "../markdown/block.ts";
import type { OAuth, Scope, SecurityScheme } from "../model/types.ts";
import { textOf } from "../text/source.ts";
import { bearer, schemesFor } from "./credential-place.ts";
import type { Reader } from "./fragment.ts";

const url = /https?:\/\/[\w.-]+(?::\d+)?\/[\w./~-]*/g;
const authorizes =
	/\/(?:authori[sz]e|authori[sz]ation|(?:oauth2?|openid-connect)(?:\/v\d)?\/auth)$/i;
const givesTokens = /\/(?:access_?)?token$/i;
const speaks = /\boauth|\bauthori[sz]ation code\b|\bclient credentials\b/i;

/**
 * What a block about OAuth 2 says of how a token is got: "send users to `https://…/authorize`", a table of scopes. It is
 * a way to authenticate by itself, which is joined with what else is said of such tokens.
 */
export function oauthIn(
	block: Block,
	headings: readonly string[],
	reader: Reader,
): readonly SecurityScheme[] {
	const { source } = reader;
	const text = textOf(source, block.span);
	const about = [...headings, text].some((one) => speaks.test(one));
	const urls = about
		? (text.match(url) ?? []).map((one) => one.replace(/[./]+$/, ""))
		: [];
	const authorizationUrl = urls.find((one) => authorizes.test(one));
	const tokenUrl = urls.find((one) => givesTokens.test(one));
	const listed = about || headings.some((one) => /\bscopes?\b/i.test(one));
	const scopes =
		listed && /\boauth/i.test(source.text) ? scopesIn(block, headings) : [];
	if (!authorizationUrl && !tokenUrl && scopes.length === 0) return [];
	const oauth: OAuth = {
		...(authorizationUrl !== undefined && { authorizationUrl }),
		...(tokenUrl !== undefined && { tokenUrl }),
		scopes,
	};
	return schemesFor([bearer], block.span, "stated").map((scheme) => ({
		...scheme,
		oauth,
	}));
}

/** A table with a column of scopes, or a list of them below a heading that speaks of scopes. */
function scopesIn(
	{ node }: Block,
	headings: readonly string[],
): readonly Scope[] {
	if (node.type === "table") {
		const [head, ...rows] = node.children.map((row) =>
			row.children.map((cell) => plainText(cell).trim()),
		);
		if (!/^(?:oauth )?(?:scopes?|scope name)$/i.test(head?.[0] ?? ""))
			return [];
		return rows.flatMap(([name = "", description = ""]) =>
			scopeOf(name, description),
		);
	}
	const last = headings.at(-1) ?? "";
	if (node.type !== "list" || !/\bscopes?\b/i.test(last)) return [];
	const items = node.children.map((item) => {
		const [first] = item.children;
		const [code, ...rest] = first?.type === "paragraph" ? first.children : [];
		const behind = rest.map((one) => plainText(one)).join("");
		return code?.type === "inlineCode"
			? scopeOf(code.value, behind.replace(/^[\s:–—-]+/, ""))
			: [];
	});
	return items.every((item) => item.length > 0) ? items.flat() : [];
}

function scopeOf(name: string, description: string): readonly Scope[] {
	if (!/^[\w.:/*-]+$/.test(name)) return [];
	return [description === "" ? { name } : { name, description }];
}
