type Child = Node | string | undefined | readonly Child[];

type Attributes = Readonly<
	Record<string, string | number | boolean | undefined>
>;

/** An element with attributes and children; text becomes text, never markup. `true` is an attribute without a value. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Attributes = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
	const made = document.createElement(tag);
	fill(made, attributes, children);
	return made;
}

/** The same in the namespace of SVG. */
export function drawing<Tag extends keyof SVGElementTagNameMap>(
	tag: Tag,
	attributes: Attributes = {},
	...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
	const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
	fill(made, attributes, children);
	return made;
}

/** A link within the page. */
export function link(
	href: `#/${string}`,
	...children: readonly Child[]
): HTMLAnchorElement {
	return element("a", { href }, ...children);
}

/** Text for those who listen and do not see. */
export function spoken(text: string): HTMLElement {
	return element("span", { class: "spoken" }, text);
}

function fill(
	made: Element,
	attributes: Attributes,
	children: readonly Child[],
): void {
	for (const [name, value] of Object.entries(attributes))
		if (value !== undefined && value !== false)
			made.setAttribute(name, value === true ? "" : String(value));
	append(made, children);
}

function append(made: Element, children: readonly Child[]): void {
	for (const child of children) {
		if (child === undefined) continue;
		if (typeof child === "string" || child instanceof Node) made.append(child);
		else append(made, child);
	}
}
