import { expect, test } from "vitest";
import { countLines } from "../../generator/reading/line-counts.ts";
import { openSource, spanBetween } from "../../generator/text/source.ts";

const source = openSource({
	file: "a.md",
	text: "# Bees\n\nProse\nof two lines\n\n- one\n\n- two\n",
});

function block(from: string, to: string, became: "read" | "prose" | "unread") {
	const start = source.text.indexOf(from);
	const end = source.text.indexOf(to) + to.length;
	return { span: spanBetween(source, start, end), became, what: "" };
}

test("lines are counted for what their block became, blank ones apart", () => {
	const blocks = [
		block("# Bees", "# Bees", "read"),
		block("Prose", "of two lines", "prose"),
		block("- one", "- two", "unread"),
	];
	expect(countLines(source, blocks)).toEqual({
		total: 8,
		read: 1,
		prose: 2,
		unread: 2,
		blank: 3,
	});
});

test("the total owes nothing to the blocks, so that what they leave out shows", () => {
	const blocks = [block("Prose", "Prose\n", "read")];
	expect(countLines(source, blocks)).toEqual({
		total: 8,
		read: 1,
		prose: 0,
		unread: 0,
		blank: 3,
	});
});

test("a line of several blocks counts once, for the one that has most of it", () => {
	const blocks = [
		block("Pro", "Pro", "read"),
		block("se\nof", "of two lines", "prose"),
		block("- one", "- two", "unread"),
	];
	expect(countLines(source, blocks)).toEqual({
		total: 8,
		read: 1,
		prose: 1,
		unread: 2,
		blank: 3,
	});
});
