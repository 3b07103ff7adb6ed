import { changesView } from "./changes-view.ts";
import { makeControls } from "./controls.ts";
import { diagnosticsView } from "./diagnostics-view.ts";
import { type DocumentView, documentView } from "./document-view.ts";
import { documentsView } from "./documents-view.ts";
import { element, link } from "./dom.ts";
import { factsView } from "./facts-view.ts";
import { follow } from "./follow.ts";
import { overview } from "./overview.ts";
import { parseRoute, type Route, type ViewName, viewNames } from "./route.ts";
import { openStore } from "./store.ts";
import { subjectsView } from "./subjects-view.ts";
import { unreadView } from "./unread-view.ts";

const views = {
	documents: documentsView,
	operations: subjectsView,
	facts: factsView,
	diagnostics: diagnosticsView,
	unread: unreadView,
	changes: changesView,
};

const titles: Readonly<Record<ViewName, string>> = {
	documents: "Documents",
	operations: "Operations",
	facts: "Facts",
	diagnostics: "Diagnostics",
	unread: "Unread",
	changes: "Changes",
};

start(document.getElementById("report"));

/** Builds the page and shows what its address names. */
function start(root: HTMLElement | null): void {
	if (root === null) return;
	const store = openStore();
	const compared = store.summary.changes !== undefined;
	const tabs = viewNames
		.filter((name) => compared || name !== "changes")
		.map((name) => ({ name, tab: link(`#/${name}`, titles[name]) }));
	const head = overview(store.summary);
	const main = element("main", { id: "main", tabindex: -1 });
	const status = element("p", { class: "spoken", role: "status" });
	const controls = makeControls(store.summary, () => show(false));
	let open: (DocumentView & { readonly document: number }) | undefined;
	const skip = element(
		"a",
		{ class: "skip", href: "#main" },
		"Skip to the content",
	);
	skip.addEventListener("click", (event) => {
		event.preventDefault();
		main.focus();
	});
	root.replaceChildren(
		skip,
		head,
		element(
			"nav",
			{ "aria-label": "Views" },
			element(
				"ul",
				{},
				tabs.map(({ tab }) => element("li", {}, tab)),
			),
		),
		controls.node,
		main,
		status,
	);
	addEventListener("hashchange", () => show(true));
	addEventListener("beforeprint", () => {
		for (const one of main.querySelectorAll(".scroll, .changes"))
			one.dispatchEvent(new Event("printall"));
	});
	if (store.summary.served !== undefined) follow();
	show(false);

	/** `moved`: the reader went elsewhere, so the focus goes along. */
	function show(moved: boolean): void {
		const route = parseRoute(location.hash);
		for (const { name, tab } of tabs) {
			const isHere = route.view === name;
			if (isHere) tab.setAttribute("aria-current", "page");
			else tab.removeAttribute("aria-current");
		}
		controls.node.hidden = route.view === "document";
		for (const chart of head.querySelectorAll<HTMLElement>(".chart"))
			chart.hidden = route.view === "document";
		if (route.view === "document") showDocument(route, moved);
		else {
			open = undefined;
			controls.fit(route.view);
			const found = views[route.view](store, controls.filter());
			const title = element("h2", { tabindex: -1 }, titles[route.view]);
			main.replaceChildren(title, found);
			status.textContent = found.querySelector("caption, p")?.textContent ?? "";
			if (moved) title.focus();
		}
	}

	function showDocument(
		route: Extract<Route, { readonly view: "document" }>,
		moved: boolean,
	): void {
		const { document: at } = route;
		if (open?.document !== at) {
			open = { ...documentView(store, at), document: at };
			main.replaceChildren(open.node);
			if (moved && route.line === undefined) main.querySelector("h2")?.focus();
		}
		open.go(route);
	}
}
