/**
 * The words of an HTML block that is a note, `<aside>…</aside>`; the empty text for marks around other blocks, such as
 * `</div>`. Nothing for one that holds a table, code or anything else that has to be read with care.
 */
export function wordsInHtml(html: string): string | undefined {
	if (
		/<(?:table|tr|t[hd]|pre|ul|ol|li|dl|d[td]|script|style|iframe|svg|details|summary|[A-Z]\w*)\b/.test(
			html,
		)
	)
		return undefined;
	return html
		.replace(/<!--[\s\S]*?-->/g, "")
		.replace(/<code>([^<]*)<\/code>/gi, "`$1`")
		.replace(/<\/?[a-z][^<>]*>/gi, " ")
		.replace(/&lt;/g, "<")
		.replace(/&gt;/g, ">")
		.replace(/&amp;/g, "&")
		.replace(/\s+/g, " ")
		.trim();
}
