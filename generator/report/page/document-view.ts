import { type DocumentText, lineLetters } from "../data.ts";
import { bar, inWords } from "./chart.ts";
import { element } from "./dom.ts";
import { indexFacts } from "./fact-index.ts";
import { lineFacts, saidOfLine } from "./line-facts.ts";
import { lineOption } from "./line-option.ts";
import { kindParts } from "./line-parts.ts";
import { lineRoute, type Route } from "./route.ts";
import type { Store } from "./store.ts";
import { subjectCard } from "./subject-card.ts";

type DocumentRoute = Extract<Route, { readonly view: "document" }>;

/** A document that is shown; `go` moves to another place in it without making it anew. */
export interface DocumentView {
	readonly node: HTMLElement;
	readonly go: (route: DocumentRoute) => void;
}

/** A document as it is written, each line on the colour of what became of it, with what is known from it beside. */
export function documentView(store: Store, document: number): DocumentView {
	const summary = store.summary.documents[document];
	const opened = store.document(document);
	if (summary === undefined || opened === undefined)
		return {
			node: element("p", {}, "There is no such document."),
			go() {},
		};
	const text: DocumentText = opened;
	const facts = indexFacts(store.subjects(), document);
	const lines = text.text.split("\n");
	if (text.kinds === "") lines.length = 0;
	const options = lines.map((line, at) => lineOption(line, at, text));
	const list = element(
		"div",
		{
			class: "lines",
			role: "listbox",
			"aria-label": `Lines of ${summary.file}`,
			"aria-describedby": "keys",
		},
		chunks(options).map((some) =>
			element("div", { class: "chunk", role: "presentation" }, some),
		),
	);
	const line = element("div", { class: "line-facts" });
	const card = element("div", { class: "beside" });
	const panel = element(
		"aside",
		{
			class: "panel",
			"aria-label": "What is known from the line",
			tabindex: 0,
		},
		line,
		card,
	);
	const parts = kindParts(summary.lines);
	const wrap = element("input", { type: "checkbox", checked: true });
	wrap.addEventListener("change", () =>
		list.classList.toggle("unwrapped", !wrap.checked),
	);
	const node = element(
		"section",
		{ "aria-labelledby": "document-title" },
		element("h2", { id: "document-title", tabindex: -1 }, summary.file),
		...(options.length === 0
			? store.summary.diagnostics
					.filter(({ place }) => place[0] === document)
					.map(saidOfLine)
			: [
					element(
						"p",
						{},
						`${inWords(parts.map(({ name, count }) => ({ name: `${name} lines`, count })))}; ${summary.operations} ${summary.operations === 1 ? "operation" : "operations"}`,
					),
					bar(parts, { label: "Lines", width: 600, height: 12 }),
					element(
						"p",
						{ id: "keys", class: "hint" },
						"In the lines: arrow keys, Page Up, Page Down, Home and End move; U goes to the next unread line, D to the next diagnostic; Enter goes to what is known from the line, Escape back.",
					),
					element("label", {}, wrap, " Wrap lines"),
					element("div", { class: "split" }, list, panel),
				]),
	);

	let selected = 1;
	let shown = 0;
	let carded: string | undefined;
	/** What somebody asked for by a link: it stays while the pointer wanders over lines. */
	let pinned: Omit<DocumentRoute, "view" | "document"> = {};
	const said = new Set(
		store.summary.diagnostics
			.filter(({ place }) => place[0] === document)
			.map(({ place }) => place[1]),
	);
	for (const at of said) options[at - 1]?.classList.add("has-diagnostic");

	function showLine(at: number): void {
		if (at !== shown) {
			shown = at;
			line.replaceChildren(
				...lineFacts({ store, document, text, facts, line: at }),
			);
		}
		const found = facts.at(at).map(({ subject }) => subject);
		const own = found.find(
			(one) => store.subjects()[one]?.kind === "operation",
		);
		const subject = pinned.subject ?? own ?? facts.above(at) ?? found[0];
		const key = `${subject}/${pinned.row}`;
		if (key === carded) return;
		carded = key;
		card.replaceChildren(
			...(subject === undefined
				? []
				: [subjectCard({ store, subject, document, row: pinned.row })]),
		);
	}

	function select(at: number, focus: boolean, route?: DocumentRoute): void {
		options[selected - 1]?.setAttribute("aria-selected", "false");
		options[selected - 1]?.setAttribute("tabindex", "-1");
		selected = Math.min(Math.max(at, 1), options.length);
		const option = options[selected - 1];
		option?.setAttribute("aria-selected", "true");
		option?.setAttribute("tabindex", "0");
		pinned = route ?? {};
		// The address of where somebody went, to be passed on; and the link that led elsewhere leads there again.
		if (focus && route === undefined)
			history.replaceState(null, "", lineRoute(document, selected));
		showLine(selected);
		if (focus) option?.focus({ preventScroll: true });
		option?.scrollIntoView({
			block: route === undefined ? "nearest" : "center",
		});
	}

	list.addEventListener("keydown", (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const next = (ok: (at: number) => boolean) => {
			const found = options.findIndex((_, at) => at >= selected && ok(at));
			return found < 0 ? selected : found + 1;
		};
		const to: Readonly<Record<string, () => number>> = {
			ArrowDown: () => selected + 1,
			ArrowUp: () => selected - 1,
			PageDown: () => selected + 20,
			PageUp: () => selected - 20,
			Home: () => 1,
			End: () => options.length,
			u: () => next((at) => text.kinds[at] === lineLetters.unread),
			d: () => next((at) => said.has(at + 1)),
		};
		if (event.key === "Enter") panel.focus();
		const move = to[event.key];
		if (move === undefined) return;
		event.preventDefault();
		select(move(), true);
	});
	panel.addEventListener("keydown", ({ key }) => {
		if (key === "Escape") select(selected, true);
	});
	list.addEventListener("click", ({ target }) => {
		const at = lineAt(target);
		if (at !== undefined) select(at, true);
	});
	list.addEventListener("pointerover", ({ target, pointerType }) => {
		const at = lineAt(target);
		if (at !== undefined && pointerType === "mouse") showLine(at);
	});
	list.addEventListener("pointerleave", () => showLine(selected));
	for (const name of ["pointerover", "focusin"] as const)
		card.addEventListener(name, ({ target }) => light(target));
	card.addEventListener("pointerleave", () => light(null));

	/** Marks the lines that the part of the card under the pointer is known from. */
	function light(target: EventTarget | null): void {
		for (const one of list.querySelectorAll(".lit"))
			one.classList.remove("lit");
		const row = target instanceof Element ? target.closest("[data-row]") : null;
		const at = Number(row?.getAttribute("data-row") ?? Number.NaN);
		const subject = Number(carded?.split("/")[0]);
		const origins = store.subjects()[subject]?.rows[at]?.origins ?? [];
		for (const [place, from, to] of origins)
			if (place === document)
				for (let one = from; one <= to; one++)
					options[one - 1]?.classList.add("lit");
	}

	return {
		node,
		go(route) {
			const focus = route.line !== undefined;
			select(route.line ?? 1, focus, focus ? route : undefined);
			if (route.row !== undefined)
				card
					.querySelector('[aria-current="true"]')
					?.scrollIntoView({ block: "nearest" });
		},
	};
}

/** So many lines are laid out together, when they come into view. */
const chunk = 100;

function chunks(options: readonly HTMLElement[]): readonly HTMLElement[][] {
	const made: HTMLElement[][] = [];
	for (let at = 0; at < options.length; at += chunk)
		made.push(options.slice(at, at + chunk));
	return made;
}

function lineAt(target: EventTarget | null): number | undefined {
	const option =
		target instanceof Element ? target.closest("[data-line]") : null;
	return option === null ? undefined : Number(option.getAttribute("data-line"));
}
