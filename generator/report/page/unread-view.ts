import type { UnreadBlock } from "../data.ts";
import { grouped } from "./chart.ts";
import { element } from "./dom.ts";
import { type Filter, matches } from "./filter.ts";
import { placeColumn } from "./places.ts";
import type { Store } from "./store.ts";
import { table } from "./table.ts";

/** The blocks that nothing became of. */
export function unreadView({ summary }: Store, filter: Filter): HTMLElement {
	const { documents, unread } = summary;
	const items = unread.filter(({ what, text, place }) =>
		matches(filter, { texts: [what, text], documents: [place[0]] }, documents),
	);
	return table<UnreadBlock>({
		caption: "Unread blocks",
		items,
		columns: [
			placeColumn(documents),
			{ title: "Why", by: ({ what }) => what, cell: ({ what }) => what },
			{
				title: "Lines",
				by: ({ place }) => place[2] - place[1] + 1,
				cell: ({ place }) => grouped(place[2] - place[1] + 1),
			},
			{
				title: "Begins with",
				by: ({ text }) => text,
				cell: ({ text }) => element("code", {}, text),
			},
		],
	});
}
