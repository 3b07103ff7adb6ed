import type { DocumentSummary, Place } from "../data.ts";
import { link } from "./dom.ts";
import { lineRoute } from "./route.ts";

/** `spec/hives.md:12` */
export function placeText(
	place: readonly [number, number, ...unknown[]] | undefined,
	documents: readonly DocumentSummary[],
): string {
	if (place === undefined) return "";
	return `${documents[place[0]]?.file ?? "?"}:${place[1]}`;
}

/** The column of a table that leads to the line that a row is about. */
export function placeColumn(documents: readonly DocumentSummary[]) {
	return {
		title: "Place",
		by: ({ place }: { readonly place: Place }) => placeText(place, documents),
		cell: ({ place }: { readonly place: Place }) =>
			documents[place[0]] === undefined
				? ""
				: link(lineRoute(place[0], place[1]), placeText(place, documents)),
	};
}
