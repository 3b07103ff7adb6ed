/** What the page shows, as the part of its address behind `#`. */
export type Route =
	| { readonly view: ViewName }
	| {
			readonly view: "document";
			readonly document: number;
			readonly line?: number;
			/** What stands beside it, and the part of that which is meant. */
			readonly subject?: number;
			readonly row?: number;
	  };

export const viewNames = [
	"documents",
	"operations",
	"facts",
	"diagnostics",
	"unread",
	"changes",
] as const;

export type ViewName = (typeof viewNames)[number];

/** The route of an address; the documents where it is none. */
export function parseRoute(hash: string): Route {
	const [, name = "", ...numbers] = hash.split("/");
	const view = viewNames.find((one) => one === name);
	if (view !== undefined) return { view };
	const [document, line, subject, row] = numbers.map((text) =>
		/^\d{1,9}$/.test(text) ? Number(text) : undefined,
	);
	if (name !== "document" || document === undefined)
		return { view: "documents" };
	return {
		view: "document",
		document,
		...(line !== undefined && { line }),
		...(subject !== undefined && { subject }),
		...(row !== undefined && { row }),
	};
}

/** The address of a line of a document, with what stands beside it. */
export function lineRoute(
	document: number,
	line: number,
	...beside: readonly number[]
): `#/${string}` {
	return `#/document/${[document, line, ...beside].join("/")}`;
}
