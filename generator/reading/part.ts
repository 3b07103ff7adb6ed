import type { Block } from "../markdown/block.ts";
import type { Section } from "../markdown/sections.ts";
import { isWrapperEnd } from "../markdown/wrapper-end.ts";
import { fenceTitle } from "./fence-title.ts";
import { type Label, readLabel } from "./label.ts";
import { isAnswer, type PartRole, type PartWords } from "./part-role.ts";
import { partRoleOf } from "./part-words.ts";
import { statusBehind, statusOf } from "./status-line.ts";

/** A stretch of an operation's section that is about one thing. */
export interface Part {
	readonly role: PartRole;
	/** The heading or the words that opened it; none for what comes first. */
	readonly label?: Label;
	/** The status that it is about: `200`. */
	readonly status?: string;
	/** The role of the part around it: that of a request within examples is `example`. */
	readonly within: PartRole;
	readonly blocks: readonly Block[];
}

interface Draft extends Part {
	readonly blocks: Block[];
}

interface Around {
	readonly role: PartRole;
	readonly status?: string;
}

/**
 * Cuts a section into parts. A part starts at a heading, at bold words, at a sentence with a colon in front of what it
 * announces, or at a quoted label. What the words do not know stays in the part around it. Sections that `skip` names
 * are read by themselves.
 */
export function partsOf(
	section: Section,
	words: PartWords,
	skip: (inner: Section) => boolean,
): readonly Part[] {
	const around: Around = { role: "description" };
	const parts: Draft[] = [{ ...around, within: "description", blocks: [] }];
	cut(section, around, parts, { words, skip });
	return parts;
}

function cut(
	section: Section,
	around: Around,
	parts: Draft[],
	choice: {
		readonly words: PartWords;
		readonly skip: (inner: Section) => boolean;
	},
): void {
	// A label within this section opens a part of the section, whatever label came before it.
	for (const [index, block] of section.blocks.entries()) {
		if (isWrapperEnd(block.node)) {
			parts.push({ ...around, within: around.role, blocks: [block] });
			continue;
		}
		const shown = openedByFence(block, around, choice.words);
		if (shown !== undefined) {
			const { label: _, ...before }: Part = parts.at(-1) ?? {
				...around,
				...none,
			};
			parts.push({ ...shown, within: around.role, blocks: [block] });
			parts.push({ ...before, blocks: [] });
			continue;
		}
		const label = readLabel(block, section.blocks[index + 1]);
		const opened = label && openedByLabel(label, around, choice.words);
		if (label === undefined || opened === undefined)
			parts.at(-1)?.blocks.push(block);
		else parts.push({ ...opened, within: around.role, label, blocks: [] });
	}
	for (const inner of section.sections) {
		if (choice.skip(inner) || inner.heading === undefined) continue;
		const { text, span } = inner.heading;
		const own = openedBy(text, around, choice.words) ?? around;
		const label: Label = { text, span, heading: true };
		const at = parts.length;
		parts.push({ ...own, within: around.role, label, blocks: [] });
		cut(inner, own, parts, choice);
		const status = statusBelow(parts.slice(at));
		const [opened] = parts.slice(at, at + 1);
		if (opened !== undefined && status !== undefined)
			parts[at] = { ...opened, status };
	}
}

/** "Example response" over a sample, with "**Status code:** 404" as the last line below it. */
function statusBelow([first, ...others]: readonly Part[]): string | undefined {
	const last = others.at(-1);
	const shows =
		first?.role === "response-sample" &&
		first.status === undefined &&
		first.blocks.some(({ node }) => node.type === "code");
	if (!shows || last === undefined || others.length !== 1) return undefined;
	const closes =
		["status", "responses"].includes(last.role) &&
		!last.blocks.some(({ node }) =>
			["code", "table", "list"].includes(node.type),
		);
	return closes ? statusOf(last.label?.value ?? "")?.status : undefined;
}

const none = { within: "description", blocks: [] } as const;

/** What the title of a fence says of it and of nothing else: ```` ```json 201 ````, ```` ```json Response ````. */
function openedByFence(
	{ node }: Block,
	around: Around,
	words: PartWords,
): Around | undefined {
	const title = fenceTitle(node);
	const opened = title && openedBy(title, around, words);
	if (!opened) return undefined;
	const role = opened.role === "endpoint" ? "request-sample" : opened.role;
	return isAnswer(role) || isSent(role) ? { ...opened, role } : undefined;
}

function isSent(role: PartRole): boolean {
	return ["request-sample", "payload", "body"].includes(role);
}

/** "**Data example** All fields must be sent." opens a part where the words know it for a sample. */
function openedByLabel(
	label: Label,
	around: Around,
	words: PartWords,
): Around | undefined {
	const opened = openedBy(label.text, around, words);
	const sample =
		opened?.role === "payload" ||
		opened?.role === "request-sample" ||
		opened?.role === "response-sample" ||
		opened?.role === "example";
	// "Available fields: `id`, `name`" is a sentence that lists them.
	if (label.plain === true)
		return (opened?.role === "returns" &&
			!/^`?[1-5]\d\d\b/.test(label.value ?? "")) ||
			/fields|attributes|properties/i.test(label.text) ||
			(sample && opened?.role !== "response-sample")
			? undefined
			: opened;
	return label.loose === true && !sample ? undefined : opened;
}

/** What words open: a status is a sample where samples are, and "Request" among examples is one. */
function openedBy(
	text: string,
	around: Around,
	words: PartWords,
): Around | undefined {
	const found = statusOf(text);
	if (found !== undefined) {
		const sample =
			around.role === "response-sample" ||
			around.role === "example" ||
			/\bresponse$/i.test(text);
		const role = sample ? "response-sample" : "status";
		return { role, status: found.status };
	}
	const behind = statusBehind(text);
	// "Headers - `Header`": a group of its own among them.
	const [group = text] = text.split(/ [-–—] /);
	const role =
		partRoleOf(words, text) ??
		(behind && partRoleOf(words, behind.words)) ??
		partRoleOf(words, group);
	if (role === undefined) return undefined;
	const status = isAnswer(role)
		? (behind?.status ?? around.status)
		: around.status;
	return {
		role: roleWithin(role, around.role),
		...(status !== undefined && { status }),
	};
}

function roleWithin(role: PartRole, around: PartRole): PartRole {
	if (role === "endpoint" && around === "example") return "request-sample";
	const described =
		role === "body" || role === "parameters" || role === "payload";
	if (described && isAnswer(around)) return "returns";
	return role === "header" && isAnswer(around) && around !== "returns"
		? "response-header"
		: role;
}
