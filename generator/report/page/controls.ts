import { bases, type ReportSummary } from "../data.ts";
import { element } from "./dom.ts";
import { type Filter, noFilter } from "./filter.ts";
import type { ViewName } from "./route.ts";
import { severities } from "./severities.ts";

type Control = keyof Filter;

/** What each view can be filtered by, besides words. */
const used: Readonly<Record<ViewName, readonly Control[]>> = {
	documents: ["severity", "basis", "dialect", "document"],
	operations: ["severity", "basis", "dialect", "document"],
	facts: ["basis", "dialect", "document"],
	diagnostics: ["severity", "dialect", "document"],
	unread: ["dialect", "document"],
	changes: ["document"],
};

/** The search and the filters over the views. */
export interface Controls {
	readonly node: HTMLElement;
	readonly filter: () => Filter;
	/** Makes those that a view does not heed unusable while it is shown. */
	readonly fit: (view: ViewName) => void;
}

/** Makes the controls; `changed` is told when another thing is looked for. */
export function makeControls(
	{ documents }: ReportSummary,
	changed: () => void,
): Controls {
	const search = element("input", { type: "search", id: "search" });
	const dialects = [...new Set(documents.flatMap(({ dialects }) => dialects))];
	const severity = choice(severities);
	const basis = choice(bases);
	const dialect = choice(dialects.sort());
	const document = element(
		"select",
		{},
		element("option", { value: "" }, "any"),
		documents.map(({ file }, at) => element("option", { value: at }, file)),
	);
	const selects = { severity, basis, dialect, document };
	const clear = element("button", { type: "reset" }, "Clear");
	const node = element(
		"form",
		{ class: "controls", role: "search", "aria-label": "Search and filter" },
		element("label", {}, "Search ", search),
		Object.entries(selects).map(([name, select]) => {
			select.id = `by-${name}`;
			const title = name.charAt(0).toUpperCase() + name.slice(1);
			return element("label", {}, `${title} `, select);
		}),
		clear,
	);
	node.addEventListener("submit", (event) => event.preventDefault());
	node.addEventListener("input", changed);
	node.addEventListener("reset", () => setTimeout(changed));
	let view: ViewName = "documents";
	return {
		node,
		filter: () => {
			const on = (name: Control) => used[view].includes(name);
			return {
				text: search.value,
				severity:
					severities.find((one) => on("severity") && one === severity.value) ??
					noFilter.severity,
				basis:
					bases.find((one) => on("basis") && one === basis.value) ??
					noFilter.basis,
				dialect: on("dialect") ? dialect.value : "",
				document:
					document.value === "" || !on("document")
						? noFilter.document
						: Number(document.value),
			};
		},
		fit(shown) {
			view = shown;
			severity.disabled = !used[view].includes("severity");
			basis.disabled = !used[view].includes("basis");
			dialect.disabled = !used[view].includes("dialect");
			document.disabled = !used[view].includes("document");
		},
	};
}

function choice(values: readonly string[]): HTMLSelectElement {
	return element(
		"select",
		{},
		element("option", { value: "" }, "any"),
		values.map((value) => element("option", { value }, value)),
	);
}
