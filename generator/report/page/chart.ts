import { drawing } from "./dom.ts";

/** A part of a bar: what it stands for, how much, and the name of its colour. */
export interface Part {
	readonly name: string;
	readonly count: number;
}

/** A bar whose parts stand for shares of a whole; what it shows is said in words, too. */
export function bar(
	parts: readonly Part[],
	{ label, width, height }: { label: string; width: number; height: number },
): SVGSVGElement {
	const total = parts.reduce((sum, { count }) => sum + count, 0);
	let x = 0;
	const rects = parts.map(({ name, count }) => {
		const share = total === 0 ? 0 : (count / total) * width;
		const rect = drawing("rect", {
			class: `part-${name}`,
			x,
			y: 0,
			width: share,
			height,
		});
		x += share;
		return rect;
	});
	return drawing(
		"svg",
		{
			class: "bar",
			role: "img",
			"aria-label": `${label}: ${inWords(parts)}`,
			viewBox: `0 0 ${width} ${height}`,
			preserveAspectRatio: "none",
			width,
			height,
		},
		rects,
	);
}

/** `12 stated, 3 inferred` */
export function inWords(parts: readonly Part[]): string {
	const said = parts.filter(({ count }) => count > 0);
	return said.length === 0
		? "none"
		: said.map(({ name, count }) => `${grouped(count)} ${name}`).join(", ");
}

/** `1,234` on every machine. */
export function grouped(count: number): string {
	return count.toLocaleString("en-US");
}
