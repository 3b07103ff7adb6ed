import pluralize from "pluralize";

/** The words of a name in any case: `IPSECTunnel`, `ipsec-tunnel` and `ipsec_tunnel` have the same two. */
export function wordsOf(name: string): readonly string[] {
	return name
		.replace(/(\p{Lu}{2,})s(?!\p{Ll})/gu, "$1S")
		.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
		.replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== "")
		.map((word) => word.toLowerCase());
}

/** One of what the last word of a name says: `ipsec_tunnels` → `ipsec_tunnel`. */
export function singular(name: string): string {
	const word = /[A-Z]?[a-z]+$/.exec(name)?.[0];
	if (word === undefined || uncountable.test(word)) return name;
	return name.slice(0, -word.length) + pluralize.singular(word);
}

/** The same for a name in any case, of one or of many: `LineItems`, `line_item`. */
export function nameKey(name: string): string {
	return singular(wordsOf(name).join(" "));
}

/** True when the last word of a name is a plural that has a singular. */
export function isPlural(name: string): boolean {
	return singular(name) !== name;
}

/** Words that are one already, or one and many alike. */
const uncountable =
	/^(access|address|alias|analytics|as|aws|bias|canvas|cors|css|data|diagnostics|dns|dtls|gps|has|https?|ios|is|its|kubernetes|media|metadata|mtls|news|os|postgres|radius|redis|rss|series|settings|sms|status|this|tls|us)$/i;
