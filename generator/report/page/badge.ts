import { element } from "./dom.ts";

/** A word on its colour: a basis, a severity, an impact. */
export function badge(word: string): HTMLElement {
	return element("span", { class: `badge on-${word}` }, word);
}
